package io.dateline.serve.http;

import io.dateline.model.ninjs.Json;
import org.jspecify.annotations.Nullable;

/** Ends a request with an application/problem+json answer (RFC 9457). */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String parameter;
  private final int position;

  private ProblemException(int status, String detail, @Nullable String parameter, int position) {
    super(detail, null, false, false);
    this.status = status;
    this.parameter = parameter;
    this.position = position;
  }

  /** A problem with a status and a detail for people. */
  public static ProblemException of(int status, String detail) {
    return new ProblemException(status, detail, null, -1);
  }

  /** 400 for a parameter, path segment or header. */
  public static ProblemException parameter(String name, String detail) {
    return new ProblemException(400, name + ": " + detail, name, -1);
  }

  /** 400 for a parameter that is wrong from a place on, counted in UTF-16 units from 0. */
  public static ProblemException parameter(String name, String detail, int position) {
    return new ProblemException(400, name + ": " + detail, name, position);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The answer's body. */
  public byte[] toJson() {
    var json = Json.object();
    json.put("type", "about:blank").put("title", title(status)).put("status", status);
    json.put("detail", getMessage());
    if (parameter != null) {
      json.put("parameter", parameter);
    }
    if (position >= 0) {
      json.put("position", position);
    }
    return Json.write(json);
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 409 -> "Conflict";
      case 413 -> "Content Too Large";
      case 421 -> "Misdirected Request";
      case 429 -> "Too Many Requests";
      case 503 -> "Service Unavailable";
      default -> "Internal Server Error";
    };
  }
}

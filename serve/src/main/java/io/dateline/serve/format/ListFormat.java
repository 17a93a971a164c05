package io.dateline.serve.format;

import java.util.Locale;
import java.util.Optional;

/** The formats a list of articles comes in. */
public enum ListFormat {
  /** One object with the articles and the next cursor. */
  JSON("application/json"),
  /** One article a line. */
  NDJSON("application/x-ndjson"),
  /** RFC 4180, one row an article. */
  CSV("text/csv; charset=utf-8; header=present"),
  /** RFC 4287. */
  ATOM("application/atom+xml; charset=utf-8"),
  /** JSON Feed 1.1. */
  JSONFEED("application/feed+json");

  private final String contentType;

  ListFormat(String contentType) {
    this.contentType = contentType;
  }

  /** The media type with its parameters. */
  public String contentType() {
    return contentType;
  }

  /** The format of a path's suffix: "csv", "atom". */
  public static Optional<ListFormat> ofSuffix(String suffix) {
    for (ListFormat format : values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(suffix)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** The first of our formats in an Accept header (RFC 9110); JSON without one. */
  public static ListFormat ofAccept(String accept) {
    for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
      String type = range.split(";", -1)[0].strip();
      for (ListFormat format : values()) {
        if (format.contentType.startsWith(type) && type.indexOf('/') > 0) {
          return format;
        }
      }
    }
    return JSON;
  }
}

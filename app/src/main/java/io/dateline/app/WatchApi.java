package io.dateline.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The API of a running line, for commands. What it refuses is told in its own words. */
final class WatchApi {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String url;
  private final @Nullable String token;

  /**
   * A client.
   *
   * @param url of the page
   * @param token a bearer token; null sends none
   */
  WatchApi(String url, @Nullable String token) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.token = token;
  }

  /** One segment of a path: a plus sign means a space in forms only. */
  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  ObjectNode get(String path) throws IOException, InterruptedException {
    return send("GET", path, null);
  }

  /** What is answered; an empty object when nothing is. */
  ObjectNode send(String method, String path, @Nullable ObjectNode body)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer;
    try {
      answer = client.send(request(method, path, body), BodyHandlers.ofByteArray());
    } catch (ConnectException e) {
      throw new UsageException("nobody answers at " + url, e);
    }
    try {
      ObjectNode told = answer.body().length == 0 ? Json.object() : Json.read(answer.body());
      if (answer.statusCode() >= 400) {
        throw new UsageException(
            told.path("detail").asText(told.path("title").asText("status " + answer.statusCode())));
      }
      return told;
    } catch (CodecException e) {
      throw new UsageException(url + " is no line: it answers " + answer.statusCode(), e);
    }
  }

  private HttpRequest request(String method, String path, @Nullable ObjectNode body) {
    HttpRequest.Builder request;
    try {
      request = HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--url is '" + url + "', expected http://HOST:PORT", e);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request
        .method(
            method,
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.write(body)))
        .build();
  }
}

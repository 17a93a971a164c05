package io.dateline.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.model.ninjs.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A plain client of page and API. */
public final class Web {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private Web() {}

  /** All articles; none while nobody answers. */
  public static List<JsonNode> articles(int port) throws Exception {
    List<JsonNode> articles = new ArrayList<>();
    try {
      HttpResponse<byte[]> answer =
          get(port, "/api/v1/articles?limit=200", HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() == 200) {
        Json.read(answer.body()).path("articles").forEach(articles::add);
      }
    } catch (IOException e) {
      return List.of(); // not up yet
    }
    return articles;
  }

  /** Waits until the articles are as wanted. */
  public static List<JsonNode> await(int port, Duration most, Predicate<List<JsonNode>> wanted)
      throws Exception {
    long deadline = System.nanoTime() + most.toNanos();
    List<JsonNode> articles = articles(port);
    while (!wanted.test(articles) && System.nanoTime() < deadline) {
      Thread.sleep(200);
      articles = articles(port);
    }
    return articles;
  }

  /** The first lines of the live stream that begin so. */
  public static List<String> stream(int port, String query, String start, int count)
      throws Exception {
    HttpResponse<Stream<String>> answer =
        get(port, "/api/v1/stream" + query, HttpResponse.BodyHandlers.ofLines());
    try (Stream<String> lines = answer.body()) {
      return lines.filter(line -> line.startsWith(start)).limit(count).toList();
    }
  }

  /** Asks for a path. */
  public static <T> HttpResponse<T> get(int port, String path, HttpResponse.BodyHandler<T> handler)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .build();
    return CLIENT.send(request, handler);
  }
}

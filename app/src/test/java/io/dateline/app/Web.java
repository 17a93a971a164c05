package io.dateline.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.model.ninjs.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plain client of page and API. */
public final class Web {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private static final long AGAIN_MILLIS = 100;

  private final int port;
  private final @Nullable String token;

  /** A client with a bearer token; null sends none. */
  public Web(int port, @Nullable String token) {
    this.port = port;
    this.token = token;
  }

  /** All articles; none while nobody answers. */
  public List<JsonNode> articles() throws Exception {
    List<JsonNode> articles = new ArrayList<>();
    try {
      HttpResponse<byte[]> answer = get("/api/v1/articles?limit=200", BodyHandlers.ofByteArray());
      if (answer.statusCode() == 200) {
        Json.read(answer.body()).path("articles").forEach(articles::add);
      }
    } catch (IOException e) {
      return List.of(); // not up yet
    }
    return articles;
  }

  /** Waits until the articles are as wanted. */
  public List<JsonNode> await(Duration most, Predicate<List<JsonNode>> wanted) throws Exception {
    return await(most, this::articles, wanted);
  }

  /** Asks again and again until the answer is as wanted; the last answer. */
  static <T> T await(Duration most, Callable<T> ask, Predicate<T> wanted) throws Exception {
    long deadline = System.nanoTime() + most.toNanos();
    T answer = ask.call();
    while (!wanted.test(answer) && System.nanoTime() < deadline) {
      Thread.sleep(AGAIN_MILLIS);
      answer = ask.call();
    }
    return answer;
  }

  /** The first lines of the live stream that begin so. */
  public List<String> stream(String query, String start, int count) throws Exception {
    HttpResponse<Stream<String>> answer = get("/api/v1/stream" + query, BodyHandlers.ofLines());
    try (Stream<String> lines = answer.body()) {
      return lines.filter(line -> line.startsWith(start)).limit(count).toList();
    }
  }

  /** Asks for a path. */
  public <T> HttpResponse<T> get(String path, HttpResponse.BodyHandler<T> handler)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return CLIENT.send(request.build(), handler);
  }

  /** All articles, without a token. */
  public static List<JsonNode> articles(int port) throws Exception {
    return new Web(port, null).articles();
  }

  /** Waits until the articles are as wanted, without a token. */
  public static List<JsonNode> await(int port, Duration most, Predicate<List<JsonNode>> wanted)
      throws Exception {
    return new Web(port, null).await(most, wanted);
  }

  /** The first lines of the live stream that begin so, without a token. */
  public static List<String> stream(int port, String query, String start, int count)
      throws Exception {
    return new Web(port, null).stream(query, start, count);
  }

  /** Asks for a path, without a token. */
  public static <T> HttpResponse<T> get(int port, String path, HttpResponse.BodyHandler<T> handler)
      throws Exception {
    return new Web(port, null).get(path, handler);
  }

  /** The status of an answer without a token; 0 when nobody answers. */
  public static int status(int port, String path) throws Exception {
    try {
      return get(port, path, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0; // not up yet
    }
  }
}

package io.dateline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.runtime.Platform;
import io.dateline.serve.LineExtension;
import io.dateline.serve.ServeService;
import io.dateline.serve.ServeSettings;
import io.dateline.serve.ServedLine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What POST /api/v1/sources answers, whoever stands behind it. */
@ExtendWith(LineExtension.class)
class SourceApiTest {
  private final ServedLine line;

  SourceApiTest(ServedLine line) {
    this.line = line;
  }

  @Test
  void aServerWithoutAnybodyWhoWatchesSaysSo() {
    HttpRequest post =
        HttpRequest.newBuilder(line.uri("/api/v1/sources"))
            .POST(BodyPublishers.ofString("{}"))
            .build();
    assertThat(line.send(post).statusCode()).isEqualTo(503);
  }

  @Test
  void aSourceIsHandedOnWithTheWriteTokenAlone() throws Exception {
    AtomicReference<String> got = new AtomicReference<>("");
    SourceIntake intake =
        json -> {
          got.set(new String(json, StandardCharsets.UTF_8));
          return switch (got.get().length()) {
            case 0 -> new SourceIntake.Refused("nothing was sent");
            case 1 -> new SourceIntake.Taken("one");
            default -> new SourceIntake.Added("two", json);
          };
        };
    try (ServeService serve = ServeService.start(settings(), Platform.create(), () -> {}, intake)) {
      assertThat(post(serve, "", "{}").statusCode()).isEqualTo(401);
      assertThat(post(serve, "reads", "{}").statusCode()).isEqualTo(403);
      assertThat(got.get()).isEmpty();
      HttpResponse<String> added = post(serve, "writes", "{\"id\":\"two\"}");
      assertThat(added.statusCode()).isEqualTo(201);
      assertThat(added.body()).isEqualTo("{\"id\":\"two\"}").isEqualTo(got.get());
      assertThat(post(serve, "writes", "1").statusCode()).isEqualTo(409);
      HttpResponse<String> refused = post(serve, "writes", "");
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("nothing was sent");
    }
  }

  private ServeSettings settings() {
    ServeSettings own = line.settings();
    return new ServeSettings(
        own.host(),
        0,
        new Access("reads", "writes"),
        own.maxConnections(),
        own.maxStreams(),
        own.data(),
        own.alerts(),
        own.kafka(),
        own.database());
  }

  private static HttpResponse<String> post(ServeService serve, String token, String body)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + serve.port() + "/api/v1/sources");
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}

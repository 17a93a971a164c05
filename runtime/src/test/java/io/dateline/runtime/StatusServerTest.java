package io.dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.model.Reason;
import io.dateline.model.Stage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class StatusServerTest {
  private final Platform platform = Platform.create();

  @Test
  void aPartThatWaitsMakesTheProcessNotReadyButLive() throws Exception {
    try (var server = StatusServer.start("127.0.0.1", 0, platform)) {
      platform.health().waiting("database", "connection refused");
      assertThat(get(server, "/readyz").statusCode()).isEqualTo(503);
      assertThat(get(server, "/readyz").body()).contains("waiting: connection refused");
      assertThat(get(server, "/livez").statusCode()).isEqualTo(200);
      platform.health().up("database");
      assertThat(get(server, "/readyz").statusCode()).isEqualTo(200);
      platform.health().dead("topology", "3 threads died within 5 min");
      assertThat(get(server, "/livez").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void theCountersOfAStageAreScraped() throws Exception {
    var meters = new StageMeters(platform.meters(), Stage.EXTRACT);
    meters.in();
    meters.in();
    meters.out();
    meters.rejected(Reason.NO_BODY);
    try (var server = StatusServer.start("127.0.0.1", 0, platform)) {
      assertThat(get(server, "/metrics").body())
          .contains("dateline_stage_in_total{stage=\"extract\"} 2.0")
          .contains("dateline_stage_out_total{stage=\"extract\"} 1.0")
          .contains("dateline_stage_rejected_total{reason=\"no-body\",stage=\"extract\"} 1.0");
    }
  }

  @Test
  void aPortInUseIsNamed() {
    try (var first = StatusServer.start("127.0.0.1", 0, platform)) {
      assertThatThrownBy(() -> StatusServer.start("127.0.0.1", first.port(), platform))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("127.0.0.1:" + first.port());
    }
  }

  private static HttpResponse<String> get(StatusServer server, String path)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var uri = URI.create("http://127.0.0.1:" + server.port() + path);
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}

package io.dateline.model.ninjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.model.Reason;
import io.dateline.model.SourceHealth;
import io.dateline.model.SourceHealth.Share;
import io.dateline.model.SourceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class SourceHealthCodecTest {

  private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

  private static final SourceHealth HEALTH =
      new SourceHealth(
          new SourceId("kurier"),
          SourceHealth.State.FAILING,
          "2 polls failed, the last one: http-status",
          AT,
          AT.minusSeconds(60),
          AT.minusSeconds(9_000),
          AT.minusSeconds(600),
          AT.minusSeconds(700),
          42,
          2,
          Reason.HTTP_STATUS,
          new SourceHealth.Rate(Collections.nCopies(24, 1.5), Collections.nCopies(24, 3.0)),
          new SourceHealth.Drift(70, new Share(0.25, 0.125), new Share(0.5, 0.0), new Share(0, 0)));

  @Test
  void whatIsWrittenComesBackEqual() throws CodecException {
    assertThat(SourceHealthCodec.fromJson(SourceHealthCodec.toJson(HEALTH))).isEqualTo(HEALTH);
    assertThat(HEALTH.rate().perDay()).isEqualTo(12);
  }

  @Test
  void itFollowsItsSchema() {
    assertThat(
            ContractSchemas.errors(
                ContractSchemas.sourceHealth(), SourceHealthCodec.toJson(HEALTH)))
        .isEmpty();
  }

  @Test
  void whatIsNoHealthIsRefused() {
    byte[] odd = "{\"source\":\"a\",\"state\":\"odd\"}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> SourceHealthCodec.fromJson(odd))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("odd");
  }
}

package io.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.runtime.SettingsException;
import io.dateline.runtime.SettingsReader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SinkSettingsTest {

  @Test
  void theDefaultsAreThese() {
    SinkSettings settings = SinkSettings.from(new SettingsReader(Map.of()));

    assertThat(settings.connections()).isEqualTo(2);
    assertThat(settings.rejectedKept()).isEqualTo(Duration.ofDays(90));
    assertThat(settings.kafka().bootstrap()).isEqualTo("127.0.0.1:9092");
    assertThat(settings.database().user()).isEqualTo("dateline");
  }

  @Test
  void allMistakesAreToldAtOnceAndThePasswordNever() {
    SettingsReader reader =
        new SettingsReader(
            Map.of(
                "SINK_CONNECTIONS", "99",
                "DATABASE_URL", "mysql://x",
                "DATABASE_PASSWORD", "hidden"));
    SinkSettings settings = SinkSettings.from(reader);

    assertThat(settings.toString()).doesNotContain("hidden");
    assertThatThrownBy(reader::check)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("SINK_CONNECTIONS is '99'")
        .hasMessageContaining("DATABASE_URL is 'mysql://x'")
        .hasMessageNotContaining("hidden");
  }
}

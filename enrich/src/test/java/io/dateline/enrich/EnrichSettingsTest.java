package io.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.runtime.SettingsException;
import io.dateline.runtime.SettingsReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnrichSettingsTest {

  @Test
  void theDefaultsAreThese() {
    EnrichSettings settings = EnrichSettings.from(new SettingsReader(Map.of()));

    assertThat(settings.stateDir()).isEqualTo(Path.of("data", "streams"));
    assertThat(settings.threads()).isEqualTo(2);
    assertThat(settings.commitInterval()).isEqualTo(Duration.ofMillis(25));
    assertThat(settings.standbys()).isZero();
    assertThat(settings.remembered()).isEqualTo(200_000);
  }

  @Test
  void allMistakesAreToldAtOnce() {
    SettingsReader reader =
        new SettingsReader(
            Map.of(
                "ENRICH_THREADS", "0",
                "ENRICH_COMMIT_INTERVAL", "1h",
                "ENRICH_STANDBYS", "many",
                "ENRICH_REMEMBERED", "9999999"));
    EnrichSettings.from(reader);

    assertThatThrownBy(reader::check)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("ENRICH_THREADS is '0'")
        .hasMessageContaining("ENRICH_COMMIT_INTERVAL")
        .hasMessageContaining("ENRICH_STANDBYS is 'many'")
        .hasMessageContaining("ENRICH_REMEMBERED is '9999999'");
  }
}

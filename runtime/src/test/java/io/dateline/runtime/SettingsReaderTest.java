package io.dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {

  @Test
  void everyKindOfValueIsRead() {
    var reader =
        new SettingsReader(
            Map.of("A", " text ", "B", "7", "C", "250ms", "D", "true", "E", "/tmp/x", "F", "PT2H"));
    assertThat(reader.text("A", "other")).isEqualTo("text");
    assertThat(reader.integer("B", 1, 0, 10)).isEqualTo(7);
    assertThat(reader.duration("C", Duration.ZERO)).isEqualTo(Duration.ofMillis(250));
    assertThat(reader.duration("F", Duration.ZERO)).isEqualTo(Duration.ofHours(2));
    assertThat(reader.flag("D", false)).isTrue();
    assertThat(reader.path("E")).isEqualTo(Path.of("/tmp/x"));
    reader.check();
  }

  @Test
  void whatIsNotSetOrBlankTakesItsDefault() {
    var reader = new SettingsReader(Map.of("A", "  "));
    assertThat(reader.text("A", "other")).isEqualTo("other");
    assertThat(reader.integer("B", 3, 0, 10)).isEqualTo(3);
    assertThat(reader.optional("C")).isNull();
    reader.check();
  }

  @Test
  void allMistakesAreReportedAtOnce() {
    var reader = new SettingsReader(Map.of("PORT", "99999", "WAIT", "3 days", "ON", "yes"));
    reader.integer("PORT", 80, 0, 65_535);
    reader.duration("WAIT", Duration.ZERO);
    reader.flag("ON", false);
    reader.required("NAME");
    assertThatThrownBy(reader::check)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("PORT is '99999', expected a whole number from 0 to 65535")
        .hasMessageContaining("WAIT is '3 days'")
        .hasMessageContaining("ON is 'yes', expected true or false")
        .hasMessageContaining("NAME is not set");
  }
}

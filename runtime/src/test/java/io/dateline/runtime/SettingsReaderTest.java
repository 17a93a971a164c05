package io.dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

  @Test
  void aMistakeIsToldOnceHoweverManyRead() {
    var reader = new SettingsReader(Map.of("KAFKA_PARTITIONS", "many"));
    KafkaSettings.from(reader);
    KafkaSettings.from(reader);
    assertThatThrownBy(reader::check)
        .hasMessage(
            "wrong settings:\n"
                + "  KAFKA_PARTITIONS is 'many', expected a whole number from 1 to 1000");
  }

  @Test
  void anAddressOfABrokerIsHostAndPort() {
    for (String wrong : List.of("kafka", "http://kafka:9092", "kafka:99999", "a:1,", "a:1;b:2")) {
      var reader = new SettingsReader(Map.of("KAFKA_BOOTSTRAP", wrong));
      KafkaSettings.from(reader);
      assertThatThrownBy(reader::check)
          .hasMessageContaining("KAFKA_BOOTSTRAP is '" + wrong + "', expected host:port");
    }
    var reader = new SettingsReader(Map.of("KAFKA_BOOTSTRAP", "a:1, [::1]:2,kafka.example:9092"));
    KafkaSettings.from(reader);
    reader.check();
  }

  @Test
  void aDurationOutOfItsLimitsIsToldWithThem() {
    var reader = new SettingsReader(Map.of("COMMIT", "1h"));
    Duration usual = Duration.ofMillis(25);
    assertThat(reader.duration("COMMIT", usual, Duration.ofMillis(5), Duration.ofSeconds(10)))
        .isEqualTo(usual);
    assertThatThrownBy(reader::check)
        .hasMessageContaining("COMMIT is '1h', expected a duration from 5ms to 10s");
  }

  @Test
  void theLoginInAnAddressOfADatabaseIsNotTold() {
    for (String url : List.of("postgres://me:secret@db/x", "jdbc:pg://db/x?password=secret&a=b")) {
      var reader = new SettingsReader(Map.of("DATABASE_URL", url));
      DatabaseSettings settings = DatabaseSettings.from(reader);
      assertThat(settings.toString()).doesNotContain("secret");
      assertThatThrownBy(reader::check)
          .hasMessageContaining("DATABASE_URL is '")
          .hasMessageNotContaining("secret");
    }
  }
}

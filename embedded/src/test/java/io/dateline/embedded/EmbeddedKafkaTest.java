package io.dateline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
  @TempDir Path folder;

  @Test
  void keepsCommittedRecordsOverARestartOnAnotherPort() throws Exception {
    int first;
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
      first = kafka.port();
      KafkaClients.createTopic(kafka.bootstrap());
      KafkaClients.write(kafka.bootstrap(), 0, 100);
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
      assertThat(kafka.port()).isNotEqualTo(first);
      KafkaClients.write(kafka.bootstrap(), 100, 150);
      assertThat(KafkaClients.read(kafka.bootstrap(), 150))
          .isEqualTo(IntStream.range(0, 150).boxed().toList());
    }
  }

  @Test
  void namesAPortInUse() throws Exception {
    try (TakenPort taken = new TakenPort()) {
      assertThatThrownBy(() -> EmbeddedKafka.start(folder, taken.port()))
          .isInstanceOf(EmbeddedException.class)
          .hasMessageContaining("Kafka cannot listen on 127.0.0.1:" + taken.port());
    }
  }

  @Test
  void refusesAFolderThatAnotherBrokerUses() {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
      assertThat(kafka.port()).isPositive();
      assertThatThrownBy(() -> EmbeddedKafka.start(folder, 0))
          .isInstanceOf(EmbeddedException.class)
          .hasMessageContaining(folder + " is in use");
    }
  }

  @Test
  void takesAnotherPortWhenAProgramWasQuicker() throws Exception {
    try (TakenPort taken = new TakenPort()) {
      try (EmbeddedKafka started = EmbeddedKafka.start(folder, taken.thenAnother())) {
        assertThat(started.port()).isNotEqualTo(taken.port());
        KafkaClients.createTopic(started.bootstrap());
      }
    }
  }

  @Test
  void namesTheOnlyPortItMayHaveWhenAProgramWasQuicker() throws Exception {
    try (TakenPort taken = new TakenPort()) {
      assertThatThrownBy(() -> EmbeddedKafka.start(folder, taken.andNoOther()))
          .isInstanceOf(EmbeddedException.class)
          .hasMessageContaining("Kafka cannot listen on 127.0.0.1:" + taken.port());
    }
  }
}

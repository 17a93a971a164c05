package io.dateline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
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
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedKafka.start(folder, taken.getLocalPort()))
          .isInstanceOf(EmbeddedException.class)
          .hasMessageContaining("Kafka cannot listen on 127.0.0.1:" + taken.getLocalPort());
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
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PortChoice late =
          (what, attempt) -> attempt == 1 ? taken.getLocalPort() : Ports.claim(what, 0);
      try (EmbeddedKafka started = EmbeddedKafka.start(folder, late)) {
        assertThat(started.port()).isNotEqualTo(taken.getLocalPort());
        KafkaClients.createTopic(started.bootstrap());
      }
    }
  }

  @Test
  void namesTheOnlyPortItMayHaveWhenAProgramWasQuicker() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      PortChoice only =
          (what, attempt) -> attempt == 1 ? port : PortChoice.of(port).next(what, attempt);
      assertThatThrownBy(() -> EmbeddedKafka.start(folder, only))
          .isInstanceOf(EmbeddedException.class)
          .hasMessageContaining("Kafka cannot listen on 127.0.0.1:" + port);
    }
  }
}

package io.dateline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
  @TempDir Path folder;

  @Test
  void everythingWrittenBeforeAKillIsThereAfterAQuickStart() throws Exception {
    long orphan = writeAndKill();
    assertThat(ProcessHandle.of(orphan)).as("PostgreSQL outlives its parent").isPresent();

    long begun = System.nanoTime();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0)) {
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      KafkaClients.write(kafka.bootstrap(), 1000, 1010);
      assertThat(KafkaClients.read(kafka.bootstrap(), 1010))
          .as("also behind the transaction that was open")
          .isEqualTo(IntStream.range(0, 1010).boxed().toList());
      assertThat(EmbeddedPostgresTest.ask(postgres, "select text from word")).isEqualTo("kept");
      assertThat(postgres.processId()).isNotEqualTo(orphan);
      assertThat(took).isLessThan(Duration.ofSeconds(40));
    }
  }

  private long writeAndKill() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            BothMain.class.getName(),
            folder.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var lines = process.inputReader()) {
      String line = lines.readLine();
      while (line != null && !line.startsWith("written ")) {
        line = lines.readLine();
      }
      assertThat(line).as("the process wrote its data").isNotNull();
      return Long.parseLong(String.valueOf(line).substring("written ".length()));
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}

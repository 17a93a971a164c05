package io.dateline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
  private static final Duration READ = Duration.ofSeconds(30);

  @TempDir Path folder;

  @RepeatedTest(3)
  void everythingWrittenBeforeAKillIsThereAfterAQuickStart() throws Exception {
    Written written = writeAndKill();
    assertThat(ProcessHandle.of(written.orphan())).as("PostgreSQL outlives its parent").isPresent();

    long begun = System.nanoTime();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0)) {
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      KafkaClients.write(kafka.bootstrap(), 1000, 1010);
      assertThat(KafkaClients.read(kafka.bootstrap(), 1010))
          .as("also behind the transaction that was open")
          .isEqualTo(IntStream.range(0, 1010).boxed().toList());
      var copies = assertTimeoutPreemptively(READ, () -> Copies.read(kafka.bootstrap()));
      assertThat(copies).hasSize(6);
      assertThat(copies.values()).as("whole transactions").containsOnly(copies.get(0));
      assertThat(copies.get(0)).as("what was committed").containsAll(written.words());
      assertThat(EmbeddedPostgresTest.ask(postgres, "select text from word")).isEqualTo("kept");
      assertThat(postgres.processId()).isNotEqualTo(written.orphan());
      assertThat(took).isLessThan(Duration.ofSeconds(40));
    }
  }

  /** What a killed process said it had written. */
  private record Written(long orphan, List<String> words) {}

  private Written writeAndKill() throws Exception {
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
    List<String> words = new ArrayList<>();
    long orphan = 0;
    try (var lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(Copies.COMMITTED)) {
          words.add(line.substring(Copies.COMMITTED.length()));
        } else if (line.startsWith("written ")) {
          orphan = Long.parseLong(line.substring("written ".length()));
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(orphan).as("the process wrote its data").isPositive();
    return new Written(orphan, words);
  }
}

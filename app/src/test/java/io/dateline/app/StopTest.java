package io.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, as a terminal sends it, before the line is up; {@link KillTest} has those after it. */
class StopTest {
  @TempDir Path folder;

  @Test
  void ctrlCWhileItStartsStopsItToo() throws Exception {
    List<String> up = List.of("up", "--port", "0", "--data", folder.resolve("data").toString());
    try (Child line = Child.start(folder, Map.of(), up)) {
      line.awaitErr("starting Kafka and PostgreSQL", Duration.ofSeconds(60));
      Thread.sleep(1_500);
      long begun = System.nanoTime();
      line.interrupt();
      line.exit(Duration.ofSeconds(30));
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
      assertThat(line.processesLeftOn(folder, Duration.ofSeconds(5))).isZero();
    }
  }
}

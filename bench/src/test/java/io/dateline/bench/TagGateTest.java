package io.dateline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TagGateTest {

  @Test
  void everyFloorHolds() throws IOException {
    Path sets = Path.of(System.getProperty("dateline.shared", "../shared"), "eval", "enrich");
    assumeTrue(Files.isDirectory(sets), "skipped: no evaluation sets at " + sets);
    assertThat(new TagGate(sets).print(System.out)).isTrue();
  }

  @Test
  void optionalCodesCountNeitherWay() {
    TagScore score = new TagScore();
    score.add(Set.of("SY", "RU"), Set.of("TR"), Set.of("SY", "TR", "US"));
    assertThat(score.measure("precision")).isEqualTo(0.5);
    assertThat(score.measure("f1")).isEqualTo(0.5);
    assertThat(score.measure("hit")).isEqualTo(1);
  }
}

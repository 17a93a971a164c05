package io.dateline.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.ingest.suite.Suite;
import io.dateline.ingest.suite.Suite.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RobotsSuitesTest {

  @Test
  void decisionsAgreeWithTheReferenceParser() {
    Score undisputed = new Score("robots undisputed");
    Score disputed = new Score("robots disputed (for information)");
    for (JsonNode c : Suite.of("robots").cases()) {
      RobotsRules rules =
          RobotsParser.parse(Suite.text(c.at("/in/robots")), c.at("/in/agent").asText());
      boolean got = rules.allows(c.at("/in/url").asText());
      List<String> tags = new ArrayList<>();
      c.path("tags").forEach(t -> tags.add(t.asText()));
      Score score = tags.contains("disputed") ? disputed : undisputed;
      score.add(
          got == c.at("/expect/allowed").asBoolean(),
          c.path("id") + " " + c.path("in") + " got " + got);
    }
    disputed.print();
    assertThat(undisputed.print().share()).isEqualTo(1);
  }

  @Test
  void crawlDelaysAreRead() {
    Score score = new Score("robots-extras");
    for (JsonNode c : Suite.of("robots-extras").cases()) {
      RobotsRules rules =
          RobotsParser.parse(c.at("/in/robots").asText(), c.at("/in/agent").asText());
      JsonNode want = c.at("/expect/crawl_delay_s");
      Duration delay =
          want.isNumber() ? Duration.ofMillis(Math.round(want.asDouble() * 1000)) : null;
      score.add(Objects.equals(rules.crawlDelay(), delay), c.path("in") + " " + rules.crawlDelay());
    }
    assertThat(score.print().share()).isEqualTo(1);
  }

  @Test
  void realFilesAreReadInNoTime() {
    Score score = new Score("robots-corpus");
    Suite suite = Suite.of("robots-corpus");
    for (JsonNode c : suite.cases()) {
      long start = System.nanoTime();
      RobotsRules rules = RobotsParser.parse(suite.bytes(c), "Datelinebot");
      rules.allows("https://example.com/a/b?c=d");
      score.add(System.nanoTime() - start < 1_000_000_000L, c.path("id").asText());
    }
    assertThat(score.print().share()).isEqualTo(1);
  }
}

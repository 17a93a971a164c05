package io.dateline.app.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.app.TestOutlet;
import io.dateline.model.Channel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clean stop and a start on the same data publish nothing twice, on no channel. */
@Order(5)
class RestartTest {
  private static final int ARTICLES = 12;
  private static final Duration MOST = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void everyChannelHasAsManyRecordsAsBefore() throws Exception {
    try (TestOutlet outlet = TestOutlet.start()) {
      for (int i = 0; i < ARTICLES; i++) {
        String title = "Report " + i + " from Nairobi";
        String page = TestOutlet.page("en", title, title + ". " + TestOutlet.TALKS);
        outlet.publish("/" + i, title, TestOutlet.html(page));
      }
      outlet.publish("/empty", "Empty", TestOutlet.html(""));
      Map<String, Integer> before;
      try (TestLine line = TestLine.start(folder, outlet.source("daily"))) {
        assertThat(line.web().await(MOST, all -> all.size() >= ARTICLES)).hasSize(ARTICLES);
        before = settled(line, outlet);
      }
      assertThat(before).containsEntry("dateline.articles.v1", ARTICLES);
      assertThat(before).containsEntry("dateline.enriched.v1", ARTICLES);
      assertThat(before).containsEntry("dateline.rejected.v1", 1);
      try (TestLine line = TestLine.start(folder, outlet.source("daily"))) {
        assertThat(settled(line, outlet)).isEqualTo(before);
        assertThat(line.web().articles()).hasSize(ARTICLES);
        assertThat(line.ask("select count(*) from article_version"))
            .containsExactly(Integer.toString(ARTICLES));
        assertThat(line.ask("select count(*) from rejected")).containsExactly("1");
      }
    }
  }

  /**
   * The records of each channel once the feed was asked several times more. The frontier and the
   * health of sources are left out: they are compacted, and each poll moves what they say; counts
   * too: how often a number is told depends on which articles share a transaction.
   */
  private static Map<String, Integer> settled(TestLine line, TestOutlet outlet) throws Exception {
    int begun = outlet.polls();
    long deadline = System.nanoTime() + MOST.toNanos();
    while (outlet.polls() < begun + 3 && System.nanoTime() < deadline) {
      Thread.sleep(100);
    }
    assertThat(outlet.polls()).isGreaterThanOrEqualTo(begun + 3);
    Map<String, Integer> counts = line.records();
    counts.remove(line.kafka().topic(Channel.FRONTIER));
    counts.remove(line.kafka().topic(Channel.SOURCE_HEALTH));
    counts.remove(line.kafka().topic(Channel.COUNTS));
    return counts;
  }
}

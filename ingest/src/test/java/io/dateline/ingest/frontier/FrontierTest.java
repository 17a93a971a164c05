package io.dateline.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.fetch.Validators;
import io.dateline.model.SourceId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FrontierTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String HASH =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  private static Mark.PageMark settled(String url, int version) {
    return new Mark.PageMark(url, new SourceId("a"), url, HASH, version, NOW, null);
  }

  @Test
  void aMillionAddressesFitInto300Megabytes() {
    Frontier frontier = new Frontier();
    long before = heap();
    for (int i = 0; i < 1_000_000; i++) {
      frontier.put(settled("https://news.example/2026/11/article-with-a-long-slug-number-" + i, 1));
    }
    long bytes = heap() - before;
    System.out.printf("frontier: 1,000,000 addresses in %d MB%n", bytes >> 20);
    assertThat(frontier.size()).isEqualTo(1_000_000);
    assertThat(bytes).isLessThan(300L << 20);
    assertThat(frontier.get("https://news.example/2026/11/article-with-a-long-slug-number-77"))
        .isNotNull();
    assertThat(frontier.get("https://news.example/unknown")).isNull();
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void aSettledPageKeepsVersionHashAndTime() {
    Frontier frontier = new Frontier();
    frontier.put(settled("https://a.example/x", 3));
    assertThat(frontier.get("https://a.example/x"))
        .isInstanceOfSatisfying(
            Mark.PageMark.class,
            page -> {
              assertThat(page.version()).isEqualTo(3);
              assertThat(Frontier.isSameHash(HASH, page.hash())).isTrue();
              assertThat(Frontier.isSameHash("f" + HASH.substring(1), page.hash())).isFalse();
              assertThat(page.seen()).isEqualTo(NOW);
            });
    frontier.remove("https://a.example/x");
    assertThat(frontier.get("https://a.example/x")).isNull();
    assertThat(frontier.size()).isZero();
  }

  @Test
  void marksSurviveTheirChannel() {
    Mark.Revisit revisit =
        new Mark.Revisit(
            NOW, 2, new Validators("\"e\"", "Sun, 22 Nov 2026 12:00:00 GMT"), "Head", 1);
    for (Mark mark :
        new Mark[] {
          settled("https://a.example/1", 2),
          new Mark.PageMark("https://a.example/2", null, null, null, 0, NOW, null),
          new Mark.PageMark(
              "https://a.example/3",
              new SourceId("a"),
              "https://a.example/4",
              HASH,
              1,
              NOW,
              revisit),
          new Mark.WaitingMark(
              "https://a.example/5", new SourceId("a"), NOW, Lead.of("https://a.example/5")),
          new Mark.FeedMark(
              "https://a.example/f",
              new SourceId("a"),
              Validators.NONE,
              NOW,
              java.time.Duration.ofMinutes(7),
              "https://b.example/f",
              java.util.Map.of("a.example", java.time.Duration.ofSeconds(7)))
        }) {
      assertThat(MarkCodec.read(mark.url(), MarkCodec.write(mark))).isEqualTo(mark);
    }
  }
}

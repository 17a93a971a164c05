package io.dateline.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.fetch.Validators;
import io.dateline.model.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarkCodecTest {
  private static final String URL = "https://example.org/news/1";
  private static final SourceId SOURCE = new SourceId("example");
  private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.5Z");
  private static final Validators VALIDATORS = new Validators("\"a\"", "Mon, 23 Nov 2026");

  private static Mark.PageMark page(@Nullable SourceId source) {
    var revisit = new Mark.Revisit(NOW, 2, VALIDATORS, "A \"headline\"", 1);
    return new Mark.PageMark(URL, source, URL, "cafe", 3, NOW, revisit);
  }

  @Test
  void everyMarkIsReadAsItWasWritten() {
    Lead lead = new Lead(URL, "Title", null, "Summary", "de", null);
    List<Mark> marks =
        List.of(
            page(SOURCE),
            page(null),
            new Mark.PageMark(URL, SOURCE, null, null, 0, NOW, null),
            new Mark.WaitingMark(URL, SOURCE, NOW, lead),
            new Mark.FeedMark(
                URL,
                SOURCE,
                VALIDATORS,
                NOW,
                Duration.ofMinutes(7),
                "https://example.org/moved",
                Map.of("example.org", Duration.ofSeconds(5))));
    for (Mark mark : marks) {
      assertThat(MarkCodec.read(URL, MarkCodec.write(mark))).isEqualTo(mark);
    }
  }

  @Test
  void onlyABackfillsMarksAreOfNoSource() {
    assertThat(MarkCodec.isOfSource(MarkCodec.write(page(SOURCE)))).isTrue();
    assertThat(MarkCodec.isOfSource(MarkCodec.write(page(null)))).isFalse();
    assertThat(MarkCodec.isOfSource(new byte[0])).isFalse();
  }
}

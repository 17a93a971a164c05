package io.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.ingest.suite.Suite;
import io.dateline.ingest.suite.Suite.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Dates of feeds, and German and English dates in words. */
class DatesSuiteTest {

  private static final double FLOOR = 0.98;

  @Test
  void datesOfFeedsAreTheInstantsTheyMean() {
    Score score = new Score("dates/feed");
    for (JsonNode c : Suite.of("dates").cases()) {
      if (!c.at("/tags/0").asText().equals("feed")) {
        continue;
      }
      String text = c.at("/in/text").asText();
      OffsetDateTime got = FeedDate.parse(text);
      boolean right =
          c.path("expect").has("parses")
              ? (got != null) == c.at("/expect/parses").asBoolean()
              : Objects.equals(instant(c.at("/expect/instant")), instant(got));
      score.add(right, "'" + text + "' got " + got + " want " + c.path("expect"));
    }
    assertThat(score.print().share()).isGreaterThanOrEqualTo(FLOOR);
  }

  private static @Nullable Instant instant(JsonNode printed) {
    // the set prints years before 1000 without leading zeros
    return printed.isTextual()
        ? Instant.parse(
            "0".repeat(Math.max(0, 4 - printed.asText().indexOf('-'))) + printed.asText())
        : null;
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime date) {
    return date == null ? null : date.toInstant().truncatedTo(ChronoUnit.SECONDS);
  }

  @Test
  void germanAndEnglishDatesAreReadAsWritten() {
    for (String language : new String[] {"de", "en"}) {
      Score score = new Score("dates/" + language);
      for (JsonNode c : Suite.of("dates").cases()) {
        if (!c.at("/tags/1").asText().equals(language)) {
          continue;
        }
        String text = c.at("/in/text").asText();
        LocalDate reference = LocalDate.parse(c.at("/in/reference").asText());
        OffsetDateTime got = FeedDate.parse(text, reference);
        LocalDateTime want = LocalDateTime.parse(c.at("/expect/local_datetime").asText());
        boolean right =
            got != null && got.toLocalDateTime().equals(want.truncatedTo(ChronoUnit.SECONDS));
        score.add(right, "'" + text + "' got " + got + " want " + want);
      }
      assertThat(score.print().share()).isGreaterThanOrEqualTo(FLOOR);
    }
  }
}

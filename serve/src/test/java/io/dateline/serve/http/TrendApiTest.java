package io.dateline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.model.Article;
import io.dateline.model.Dates;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Tag;
import io.dateline.serve.LineExtension;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Grid and spikes over a real database, on articles of March 2019 in a language of their own. */
@ExtendWith(LineExtension.class)
class TrendApiTest {
  private static final OffsetDateTime NOON = OffsetDateTime.parse("2019-03-15T12:00:00Z");

  private final ServedLine line;

  TrendApiTest(ServedLine line) {
    this.line = line;
  }

  /** Ten days with one item on sport in Iceland each; on the last day six on an election there. */
  @BeforeAll
  static void storePast(ServedLine line) throws Exception {
    for (int day = 1; day <= 10; day++) {
      line.publish(about(9_000 + day, NOON.minusDays(day), "15000000"));
    }
    line.publish(about(9_100, NOON.minusHours(2), "15000000"));
    for (int hour = 1; hour <= 5; hour++) {
      line.publish(about(9_200 + hour, NOON.minusHours(hour), "11000000"));
    }
    line.store(about(9_300, NOON.minusHours(6), "11000000"));
    ServedLine.await(
        () -> line.get("/api/v1/articles.ndjson?lang=eo&limit=100").body().lines().count() == 17);
  }

  private static EnrichedArticle about(int number, OffsetDateTime at, String topic) {
    Article article =
        Samples.article(number, "eo", "Novaĵo " + number, "Pri Islando.").toBuilder()
            .dates(new Dates(at, at))
            .build();
    return Samples.enriched(
        article,
        "eo",
        List.of(
            Samples.tag(article, Tag.Kind.TOPIC, topic, "topic", Tag.Relation.ABOUT, "Novaĵo"),
            Samples.tag(
                article, Tag.Kind.COUNTRY, "IS", "Iceland", Tag.Relation.ABOUT, "Islando")));
  }

  @Test
  void gridCountsTopicsAgainstCountries() throws Exception {
    JsonNode cells = line.json("/api/v1/counts/grid?lang=eo").get("cells");
    assertThat(cells).hasSize(2);
    assertThat(cells.get(0).get("topic").asText()).isEqualTo("15000000");
    assertThat(cells.get(0).get("country").asText()).isEqualTo("IS");
    assertThat(cells.get(0).get("articles").asInt()).isEqualTo(11);
    assertThat(cells.get(1).get("articles").asInt()).isEqualTo(6);
  }

  @Test
  void spikeIsWhatTheLastDayHoldsMoreOfThanTheDaysBefore() throws Exception {
    JsonNode found = line.json("/api/v1/counts/spikes?by=topic&lang=eo&to=2019-03-15T12:00:00Z");
    assertThat(found.get("pastDays").asInt()).isEqualTo(9);
    assertThat(found.get("spikes")).hasSize(1);
    JsonNode spike = found.get("spikes").get(0);
    assertThat(spike.get("value").asText()).isEqualTo("11000000");
    assertThat(spike.get("lastDay").asInt()).isEqualTo(6);
    assertThat(spike.get("usual").asDouble()).isZero();
    assertThat(spike.get("articles")).hasSize(3);
    assertThat(spike.get("articles").get(0).get("headline").asText()).isEqualTo("Novaĵo 9201");
  }

  @Test
  void withoutPastThereIsNoSpike() throws Exception {
    JsonNode found = line.json("/api/v1/counts/spikes?by=country&lang=eo&to=2019-03-06T12:00:00Z");
    assertThat(found.get("pastDays").asInt()).isZero();
    assertThat(found.get("spikes")).isEmpty();
  }

  @Test
  void countOfEveryKindCanSpike() throws Exception {
    for (String by : List.of("topic", "country", "language", "source", "all")) {
      assertThat(
              line.json("/api/v1/counts/spikes?lang=eo&to=2019-03-15T12:00:00Z&by=" + by)
                  .get("spikes"))
          .as(by)
          .hasSize(1);
    }
  }
}

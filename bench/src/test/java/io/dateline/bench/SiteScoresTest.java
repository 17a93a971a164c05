package io.dateline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SiteScoresTest {

  private static final String BODY = "Six words make three shingles here.";

  @Test
  void siteWithManyPagesCountsOnce() {
    SiteScores scores = new SiteScores();
    for (int page = 0; page < 9; page++) {
      scores.add(truth("large.example"), found(BODY));
    }
    scores.add(truth("small.example"), found("Nothing of what was asked for."));
    SiteScores.Spread spread = f1(scores);
    assertThat(spread.sites()).isEqualTo(2);
    assertThat(spread.mean()).isEqualTo(0.5);
    assertThat(spread.worst()).isZero();
  }

  @Test
  void siteThatGivesNothingCountsAsNothing() {
    SiteScores scores = new SiteScores();
    scores.add(truth("a.example"), found(BODY));
    scores.add(truth("b.example"), ExtractScores.Found.NOTHING);
    assertThat(f1(scores).mean()).isEqualTo(0.5);
  }

  @Test
  void drawnSitesLieAroundTheMeanAndAreTheSameInEveryRun() {
    SiteScores scores = new SiteScores();
    for (int site = 0; site < 20; site++) {
      scores.add(truth(site + ".example"), site < 5 ? found("Other text.") : found(BODY));
    }
    SiteScores.Spread spread = f1(scores);
    assertThat(spread.mean()).isCloseTo(0.75, within(1e-9));
    assertThat(spread.low()).isBetween(0.5, 0.75);
    assertThat(spread.high()).isBetween(0.75, 1.0);
    assertThat(f1(scores)).isEqualTo(spread);
  }

  private static SiteScores.Spread f1(SiteScores scores) {
    return Objects.requireNonNull(scores.spreads().get("f1"));
  }

  private static JsonNode truth(String site) {
    return JsonNodeFactory.instance.objectNode().put("site", site).put("body", BODY);
  }

  private static ExtractScores.Found found(String body) {
    return new ExtractScores.Found("", body, List.of(), null, List.of());
  }
}

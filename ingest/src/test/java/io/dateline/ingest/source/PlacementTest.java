package io.dateline.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.SourceId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacementTest {

  private static Source source(String id, String feed, String... hosts) {
    String yaml =
        "sources: [{id: %s, feeds: [\"%s\"], hosts: [%s]}]"
            .formatted(id, feed, String.join(", ", hosts));
    return SourcesFile.parse(yaml).sources().getFirst();
  }

  private static final Source A = source("a", "https://a.example.com/f", "a-news.org");
  private static final Source B = source("b", "https://feeds.shared.net/b", "b-news.org");
  private static final Source C = source("c", "https://feeds.shared.net/c", "c-news.org");
  private static final Source D = source("d", "https://c-news.org/d");

  @Test
  void sourcesThatAskOneSiteLieTogether() {
    Map<SourceId, Integer> placed =
        new Placement(List.of(), Map.of()).place(List.of(A, B, C, D), String::hashCode);
    assertThat(placed.get(C.id())).isEqualTo(placed.get(B.id())).isEqualTo(placed.get(D.id()));
    assertThat(placed.get(A.id())).isEqualTo("example.com".hashCode());
  }

  @Test
  void whatLiesSomewhereStaysThereAndDrawsTheNewOnes() {
    Placement placement = new Placement(List.of(A, B), Map.of(A.id(), 3, B.id(), 5));
    assertThat(placement.place(List.of(A, B, C, D), _ -> 9))
        .isEqualTo(Map.of(A.id(), 3, B.id(), 5, C.id(), 5, D.id(), 5));
  }

  @Test
  void theOrderOfTheFileDoesNotMatter() {
    Placement placement = new Placement(List.of(), Map.of());
    assertThat(placement.place(List.of(D, C, B, A), String::hashCode))
        .isEqualTo(placement.place(List.of(A, B, C, D), String::hashCode));
  }
}

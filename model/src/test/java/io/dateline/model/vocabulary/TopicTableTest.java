package io.dateline.model.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicTableTest {

  private final TopicTable table = TopicTable.standard();

  @Test
  void theTableHasTheSeventeenTopTopicsAndManyBelowThem() {
    assertThat(table.topics().stream().filter(Topic::isTop)).hasSize(17);
    assertThat(table.topics()).hasSizeGreaterThan(167);
  }

  @Test
  void ancestorsRunFromTheNearestToTheTop() {
    assertThat(table.ancestors("20000063")).containsExactly("20000062", "20000056", "16000000");
    assertThat(table.ancestors("16000000")).isEmpty();
    assertThat(table.top("20000063")).isEqualTo("16000000");
  }

  @Test
  void narrowerTopicsAreFoundAtAnyDepth() {
    assertThat(table.withNarrower("16000000")).contains("16000000", "20000056", "20000063");
    assertThat(table.withNarrower("16000000")).doesNotContain("11000000");
    assertThat(table.withNarrower("99999999")).isEmpty();
    assertThat(table.narrower("16000000")).extracting(Topic::code).contains("20000056");
  }

  @Test
  void topicsAreFoundByNameInFourLanguagesAndByCode() {
    assertThat(table.byName("peace talks")).map(Topic::code).contains("20000076");
    assertThat(table.byName("FRIEDENSGESPRÄCHE")).map(Topic::code).contains("20000076");
    assertThat(table.byName("coup d'État")).map(Topic::code).contains("20000070");
    assertThat(table.byName("guerra civil")).map(Topic::code).contains("20000063");
    assertThat(table.byName("20000076")).map(Topic::name).contains("peace talks");
    assertThat(table.byName("Konflikt")).map(Topic::code).contains("16000000");
    assertThat(table.byName("nonsense")).isEmpty();
  }

  @Test
  void everyTopicHasANameInEachLanguageAndNoNameMeansTwoTopics() {
    for (String language : List.of("en", "de", "fr", "es")) {
      assertThat(table.topics().stream().map(t -> t.names().get(language))).doesNotHaveDuplicates();
      assertThat(table.topics().stream().map(t -> t.name(language))).allMatch(n -> !n.isBlank());
    }
  }

  @Test
  void aNarrowerTopicBeforeItsBroaderOneIsRefused() {
    List<Topic> wrong =
        List.of(new Topic("20000056", "16000000", Map.of("en", "armed conflict"), List.of()));
    assertThatThrownBy(() -> new TopicTable(wrong)).hasMessageContaining("16000000");
  }
}

package io.dateline.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.diff.Change.Kind;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordDiffTest {

  private static String side(List<Change> changes, Kind without) {
    return changes.stream()
        .filter(change -> change.kind() != without)
        .map(Change::text)
        .collect(Collectors.joining());
  }

  @Test
  void aReplacedNumberIsShownAlone() {
    assertThat(WordDiff.of("At least 12 people were hurt.", "At least 14 people were hurt."))
        .containsExactly(
            new Change(Kind.KEPT, "At least "),
            new Change(Kind.REMOVED, "12 "),
            new Change(Kind.ADDED, "14 "),
            new Change(Kind.KEPT, "people were hurt."));
  }

  @Test
  void theSameTextHasOneKeptRunAndNoTextNone() {
    assertThat(WordDiff.of("One two.", "One two."))
        .containsExactly(new Change(Kind.KEPT, "One two."));
    assertThat(WordDiff.of("", "")).isEmpty();
    assertThat(WordDiff.of("", "New.")).containsExactly(new Change(Kind.ADDED, "New."));
  }

  @Test
  void bothTextsCanBeReadOutOfAnyDiff() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 300; round++) {
      String older = text(random, 40);
      String newer = text(random, 40);
      List<Change> changes = WordDiff.of(older, newer);
      assertThat(side(changes, Kind.ADDED)).isEqualTo(older);
      assertThat(side(changes, Kind.REMOVED)).isEqualTo(newer);
    }
  }

  private static String text(SplittableRandom random, int most) {
    return random
        .ints(random.nextInt(most), 0, 6)
        .mapToObj(word -> "w" + word + (word == 0 ? "\n\n" : " "))
        .collect(Collectors.joining());
  }

  @Test
  void textsThatHaveNothingInCommonAreReplacedAsAWhole() {
    String older = "old ".repeat(3_000);
    String newer = "new ".repeat(3_000);
    List<Change> changes = WordDiff.of("Same " + older + "end", "Same " + newer + "end");
    assertThat(changes)
        .containsExactly(
            new Change(Kind.KEPT, "Same "),
            new Change(Kind.REMOVED, older),
            new Change(Kind.ADDED, newer),
            new Change(Kind.KEPT, "end"));
  }
}

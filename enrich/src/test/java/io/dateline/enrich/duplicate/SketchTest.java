package io.dateline.enrich.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SketchTest {

  private static Sketch of(String text) {
    return Sketch.of(Words.of(text));
  }

  private static String words(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append("word").append(i * 7_919).append(' ');
    }
    return text.toString();
  }

  @Test
  void aShortTextKeepsAllItsShinglesAndComparesExactly() {
    Sketch sketch = of(words(0, 40));
    assertThat(sketch.level()).isZero();
    assertThat(sketch.hashes()).hasSize(37);
    assertThat(sketch.overlap(of(words(0, 20))).ofOther()).isEqualTo(1);
    assertThat(sketch.overlap(of(words(0, 20))).ofThis()).isCloseTo(17 / 37.0, within(1e-9));
  }

  @Test
  void aLongTextIsSampledAndStaysComparable() {
    Sketch all = of(words(0, 2_000));
    assertThat(all.hashes().length).isLessThanOrEqualTo(Sketch.MAX_HASHES);
    assertThat(all.level()).isPositive();
    assertThat(all.overlap(of(words(0, 1_000))).ofThis()).isCloseTo(0.5, within(0.2));
    assertThat(all.overlap(of(words(0, 1_000))).ofOther()).isEqualTo(1);
    assertThat(all.overlap(of(words(5_000, 6_000))).containment()).isZero();
  }

  @Test
  void wordsAreComparedWithoutCaseAndPunctuation() {
    assertThat(of("The train, it said, left at noon.").hashes())
        .containsExactly(of("the TRAIN it said left at noon").hashes());
  }

  @Test
  void scriptsWithoutSpacesAreReadByCharacter() {
    Sketch sketch = of("弗吉尼亚海滩市从公共区拆除了一座纪念碑");
    assertThat(sketch.shingles()).isEqualTo(19 - Sketch.SHINGLE_CHARACTERS + 1);
  }

  @Test
  void aTextComparedAsAWholeMatchesOnlyTheSameWords() {
    Sketch whole = Sketch.ofWhole(Words.of("Fire destroys market hall in Ghent"));
    Sketch same = Sketch.ofWhole(Words.of("FIRE destroys market hall in Ghent!"));
    Sketch other = Sketch.ofWhole(Words.of("Fire destroys market hall in Bruges"));
    assertThat(whole.overlap(same).ofThis()).isEqualTo(1);
    assertThat(whole.overlap(other).ofThis()).isZero();
    assertThat(Sketch.ofWhole(Words.of("Weather in Ghent")).hashes()).isEmpty();
  }
}

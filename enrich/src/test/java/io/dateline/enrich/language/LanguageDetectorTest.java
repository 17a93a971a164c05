package io.dateline.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.LanguageTag;
import org.junit.jupiter.api.Test;

class LanguageDetectorTest {

  private static final LanguageDetector DETECTOR = new LanguageDetector();

  @Test
  void tellsGermanFromEnglish() {
    assertThat(detect("Der Bundestag hat am Freitag ein neues Gesetz beschlossen."))
        .isEqualTo("de");
    assertThat(detect("Parliament passed a new law on Friday.")).isEqualTo("en");
  }

  @Test
  void keepsTheHintForAnEmptyText() {
    assertThat(DETECTOR.detect(" ", new LanguageTag("fr"))).isEqualTo(new LanguageTag("fr"));
    assertThat(detect("")).isEqualTo("und");
  }

  private static String detect(String text) {
    return DETECTOR.detect(text, LanguageTag.UNKNOWN).value();
  }
}

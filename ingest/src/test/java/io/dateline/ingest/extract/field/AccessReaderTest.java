package io.dateline.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.extract.body.Wordings;
import io.dateline.model.Rights;
import org.junit.jupiter.api.Test;

class AccessReaderTest {

  private static final String WALL = "<p>Jetzt weiterlesen mit dem Digitalabo</p>";
  private static final String PAID =
      FieldPage.ld("{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}");

  private final AccessReader reader = new AccessReader(new Wordings());

  /** The first block is the body. */
  private Rights read(String head, String rest, int words, String last) {
    FieldPage page = FieldPage.of(head, "<p>" + last + "</p>" + rest);
    return reader.read(
        new AccessReader.Source(
            page.metas(), page.article(), page.page().blocks(), 1, words, last));
  }

  @Test
  void aWallBehindAShortTextMakesItATeaser() {
    Rights rights = read("", WALL, 60, "Der Hafen wird teurer.");
    assertThat(rights.access()).isEqualTo(Rights.Access.TEASER);
    assertThat(rights.accessReason())
        .isEqualTo("the text stops at: Jetzt weiterlesen mit dem Digitalabo");
  }

  @Test
  void aWallBehindALongTextIsAnAdvertisement() {
    assertThat(read("", WALL, 600, "Der Hafen wird teurer.").access())
        .isEqualTo(Rights.Access.FREE);
  }

  @Test
  void aFlagAloneIsNotBelievedAFlagAndACutSentenceAre() {
    assertThat(read(PAID, "", 60, "Der Hafen wird teurer.").access()).isEqualTo(Rights.Access.FREE);
    assertThat(read(PAID, "", 60, "Der Hafen wird …").access()).isEqualTo(Rights.Access.TEASER);
    assertThat(read("", "", 60, "Der Hafen wird …").access()).isEqualTo(Rights.Access.FREE);
  }

  @Test
  void reservationsAndLicencesAreRead() {
    Rights rights =
        read(
            "<meta name=robots content='noindex, noai'><meta name=tdm-reservation content=1>"
                + "<meta name=tdm-policy content='https://hafenblatt.example/tdm'>"
                + "<meta name=copyright content='Hafenblatt'>"
                + "<link rel=license href='https://hafenblatt.example/terms'>",
            "",
            60,
            "Der Hafen wird teurer.");
    assertThat(rights.optOuts())
        .containsExactly(
            "robots: noai", "tdm-reservation: 1", "tdm-policy: https://hafenblatt.example/tdm");
    assertThat(rights.notice()).isEqualTo("Hafenblatt");
    assertThat(rights.usageTerms()).isEqualTo("https://hafenblatt.example/terms");
  }
}

package io.dateline.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitleChooserTest {

  private static String title(FieldPage page) {
    TitleChooser chooser = new TitleChooser();
    return chooser.choose(
        chooser.candidates(page.page(), page.metas(), page.article()), page.site(), page.article());
  }

  @Test
  void theNameOfTheSiteIsCutOff() {
    FieldPage page =
        FieldPage.of(
            "<title>Die neue Brücke ist offen | Hafenblatt</title>"
                + "<meta property=og:site_name content=Hafenblatt>"
                + "<meta property=og:title content='Die neue Brücke ist offen - Hafenblatt'>",
            "<p>Text</p>");
    assertThat(title(page)).isEqualTo("Die neue Brücke ist offen");
  }

  @Test
  void offTheNewsTheHeadingBeatsATagWrittenForSearchEngines() {
    FieldPage page =
        FieldPage.of(
            "<title>10 best bridges 2024 (cheap and near)</title>"
                + "<meta property=og:title content='10 best bridges 2024 (cheap and near)'>",
            "<h1>The bridges we love best in 2024</h1><p>Text</p>");
    assertThat(title(page)).isEqualTo("The bridges we love best in 2024");
  }

  @Test
  void aKickerGluedToTheHeadingIsCutOff() {
    FieldPage page =
        FieldPage.of(
            "<meta property=og:title content='Anwohner fordern eine zweite Brücke'>",
            "<h1><span>Streit im Hafen</span> Anwohner fordern eine zweite Brücke</h1><p>Text</p>");
    assertThat(title(page)).isEqualTo("Anwohner fordern eine zweite Brücke");
  }

  @Test
  void aHeadingThatNamesTheSiteIsNotTheTitle() {
    FieldPage page =
        FieldPage.of(
            "<meta property=og:site_name content=Hafenblatt>"
                + "<meta property=og:title content='La nueva puerta del puerto'>",
            "<h1>Hafenblatt</h1><p>Text</p>");
    assertThat(title(page)).isEqualTo("La nueva puerta del puerto");
  }

  @Test
  void theHeadlineIsFoundAmongSeveralHeadings() {
    FieldPage page =
        FieldPage.of(
            "<title>Le pont du port est ouvert</title>",
            "<h1>Hafenblatt heute</h1><p>Teaser</p><h1>Le pont du port est ouvert</h1>");
    assertThat(page.page().blocks().get(page.heading()).text())
        .isEqualTo("Le pont du port est ouvert");
  }
}

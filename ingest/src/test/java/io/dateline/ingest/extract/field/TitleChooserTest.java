package io.dateline.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitleChooserTest {

  private static final String SITE = "<meta property=og:site_name content=Hafenblatt>";
  private static final String NEWS = "{\"@type\":\"NewsArticle\",\"headline\":\"";

  private static String titleOf(String head, String body) {
    FieldPage page = FieldPage.of(head, body + "<p>Text</p>");
    TitleChooser chooser = new TitleChooser();
    return chooser.choose(
        chooser.candidates(page.page(), page.metas(), page.article()), page.site(), page.article());
  }

  private static String og(String title) {
    return "<meta property=og:title content=\"" + title + "\">";
  }

  private static String tag(String title) {
    return "<title>" + title + "</title>";
  }

  @Test
  void theNameOfTheSiteIsCutOff() {
    String head = tag("Die neue Brücke ist offen | Hafenblatt") + SITE;
    assertThat(titleOf(head + og("Die neue Brücke ist offen - Hafenblatt"), ""))
        .isEqualTo("Die neue Brücke ist offen");
  }

  @Test
  void aSectionBehindAMarkIsCutOffInScriptsWithoutSpaces() {
    String section = "<meta property=article:section content=정치>" + SITE;
    assertThat(titleOf(section + og("새 다리가 오늘 열렸다-정치ㅣHafenblatt"), "")).isEqualTo("새 다리가 오늘 열렸다");
    assertThat(titleOf(section + og("새 다리가 오늘 열렸다-경제ㅣHafenblatt"), ""))
        .isEqualTo("새 다리가 오늘 열렸다-경제");
    String politics = "<meta property=article:section content=Politik>" + SITE;
    assertThat(titleOf(politics + og("Die neue Ost-Politik | Hafenblatt"), ""))
        .isEqualTo("Die neue Ost-Politik");
  }

  @Test
  void aColonThatIsOnlyReadAloudStandsInTheHeadline() {
    String kicker = "<h1><span>Die Brücke</span><span class=visually-hidden>";
    assertThat(titleOf("", kicker + ":</span> <span>Stadt nimmt Maut</span></h1>"))
        .isEqualTo("Die Brücke: Stadt nimmt Maut");
    assertThat(titleOf("", kicker + "Thema</span> <span>Stadt nimmt Maut</span></h1>"))
        .isEqualTo("Die Brücke Stadt nimmt Maut");
    String label = "<h1><div>Die Brücke<span class=sr-only>:</span></div>Stadt nimmt Maut</h1>";
    assertThat(titleOf(og("Stadt nimmt Maut"), label)).isEqualTo("Stadt nimmt Maut");
  }

  @Test
  void aHeadlineBehindTheNameOfTheSiteIsNoName() {
    String head = tag("Hafenblatt - Presse - Die neue Brücke ist seit heute Morgen offen");
    String body = "<h1>Zum Inhalt</h1><h1>Die neue Brücke ist seit heute Morgen offen</h1>";
    assertThat(titleOf(head, body)).isEqualTo("Die neue Brücke ist seit heute Morgen offen");
  }

  @Test
  void aDashInsideWhatTheTagsSayParts() {
    String title = "Führungen im Hafen Januar – Mai 2020 und Juni";
    assertThat(titleOf(tag(title + " - Hafenblatt") + og(title.replace('–', '-')), ""))
        .isEqualTo("Führungen im Hafen Januar - Mai 2020 und Juni");
  }

  @Test
  void offTheNewsTheHeadingBeatsATagWrittenForSearchEngines() {
    String seo = "10 best bridges 2024 (cheap and near)";
    assertThat(titleOf(tag(seo) + og(seo), "<h1>The bridges we love best in 2024</h1>"))
        .isEqualTo("The bridges we love best in 2024");
  }

  @Test
  void ofSeveralHeadingsThatAreLikeNoTagTheTagsAreTaken() {
    String said = "Ferry captain wins the harbour race";
    String body = "<h1>Visit our county this fall</h1><h1>See wild horses on the island</h1>";
    assertThat(titleOf(tag(said + " | Hafenblatt") + og(said), body)).isEqualTo(said);
  }

  @Test
  void aKickerGluedToTheHeadingIsCutOff() {
    String title = "Anwohner fordern eine zweite Brücke";
    assertThat(titleOf(og(title), "<h1><span>Streit im Hafen</span> " + title + "</h1>"))
        .isEqualTo(title);
  }

  @Test
  void aKickerInAHeadingOfItsOwnIsNotTheTitle() {
    String title = "Kapitänin Grete Hansen wird geehrt";
    assertThat(titleOf(og("100. Fahrt: " + title), "<h1>100. Fahrt</h1><h1>" + title + "</h1>"))
        .isEqualTo(title);
  }

  @Test
  void aHeadingThatNamesTheSiteIsNotTheTitle() {
    assertThat(titleOf(SITE + og("La nueva puerta del puerto"), "<h1>Hafenblatt</h1>"))
        .isEqualTo("La nueva puerta del puerto");
  }

  @Test
  void aTitleCutWithDotsIsTakenWhole() {
    String whole = "The harbour master should read the book that his neighbour wrote";
    String head = FieldPage.ld(NEWS + "The harbour master should read the book...\"}");
    assertThat(titleOf(head, "<h1>" + whole + "</h1>")).isEqualTo(whole);
  }

  @Test
  void theShortFormOfANewsHeadingIsTheTitleButAKickerStays() {
    String heading = "Harbour team wins on proud day at home in battling match";
    String head = FieldPage.ld(NEWS + heading + "\"}");
    String body = "<h1>" + heading + "</h1>";
    assertThat(titleOf(head + og("Harbour team wins on proud day at home"), body))
        .isEqualTo("Harbour team wins on proud day at home");
    String kicker = FieldPage.ld(NEWS + "Regatta: " + heading + "\"}") + og(heading);
    assertThat(titleOf(kicker, "<h1>Regatta: " + heading + "</h1>")).startsWith("Regatta: ");
  }

  @Test
  void marksThatATagAddsAtTheEndAreLeftOut() {
    assertThat(titleOf(og("All about tidy harbours ⋆"), "<h1>All about tidy harbours</h1>"))
        .isEqualTo("All about tidy harbours");
  }

  @Test
  void theHeadlineIsFoundAmongSeveralHeadings() {
    FieldPage page =
        FieldPage.of(
            tag("Le pont du port est ouvert"),
            "<h1>Hafenblatt heute</h1><p>Teaser</p><h1>Le pont du port est ouvert</h1>");
    assertThat(page.page().blocks().get(page.heading()).text())
        .isEqualTo("Le pont du port est ouvert");
  }

  @Test
  void whereAllAgreeOnAnotherWordingTheHeadlineOfTheReportIsTheOneStated() {
    String shown = "Ferry LIVE: Watch out for delays all day";
    String stated = "Harbour ferry stands still after a fire";
    String head = tag(shown) + og(shown);
    assertThat(titleOf(head + FieldPage.ld(NEWS + stated + "\"}"), "<h1>" + shown + "</h1>"))
        .isEqualTo(stated);
    assertThat(titleOf(head + FieldPage.ld(NEWS + "Our menus\"}"), "<h1>" + shown + "</h1>"))
        .isEqualTo(shown);
  }

  @Test
  void theHeadlineInTheArticlesOwnHeadingBeatsACrumbOfThePath() {
    String seo = "Hafen Neustadt: Stadtrat beschließt Sperrung";
    String head =
        tag(seo + " | Hafenblatt")
            + og("Fähre fährt nicht mehr")
            + FieldPage.ld(NEWS + seo + "\"}");
    String crumb = "<ul><li><h1>" + seo + "</h1></li></ul>";
    assertThat(titleOf(head, crumb + "<h2><span>Sperrung</span> Fähre fährt nicht mehr</h2>"))
        .isEqualTo("Fähre fährt nicht mehr");
    assertThat(titleOf(head, crumb + "<h2>Was die Pendler nun tun</h2>")).isEqualTo(seo);
  }

  @Test
  void aKickerInTheArticlesOwnHeadingIsPartedAsOpenGraphPartsIt() {
    String said = "Streit am Kai: Fähre fährt nicht mehr";
    String body =
        "<h1>Fähre fährt nicht mehr</h1><h2><i>Streit am Kai</i> Fähre fährt nicht mehr</h2>";
    assertThat(titleOf(tag(said) + og(said), body)).isEqualTo(said);
  }

  @Test
  void aHeadingThatSaysWhatTheFirstOneSaysChangesNothing() {
    String title = "Neue Brücke: Fähre fährt nicht mehr";
    String body = "<h1>" + title + "</h1><h2>Fähre fährt nicht mehr</h2>";
    assertThat(titleOf(tag(title) + og("Fähre fährt nicht mehr"), body)).isEqualTo(title);
  }

  @Test
  void aHeadingThatIsOneEndOfThePagesTitleIsTheHeadline() {
    String head = tag("Tagebuch vom Kai » Archiv » Warum Fähren pfeifen");
    String body = "<h1>Willkommen an Bord</h1><h2>Warum Fähren pfeifen</h2>";
    assertThat(titleOf(head, body)).isEqualTo("Warum Fähren pfeifen");
    assertThat(titleOf(head, "<h1>Willkommen an Bord</h1><h2>Tagebuch vom</h2>"))
        .isNotEqualTo("Tagebuch vom");
  }

  @Test
  void theSitesNameInALesserHeadingIsNoHeadline() {
    String head =
        tag("Fähren pfeifen wieder - Hafenblatt Neustadt")
            + "<meta property=og:site_name content=\"Hafenblatt Neustadt\">";
    String body = "<h2>Hafenblatt Neustadt</h2><h1>Die Fähren dürfen pfeifen</h1>";
    assertThat(titleOf(head, body)).isNotEqualTo("Hafenblatt Neustadt");
  }

  @Test
  void ofThreeDifferentTitlesTheOneThatReadersSeeIsTaken() {
    String stated = "Hitze am Kai: Alte Kräne als Risiko";
    String head = tag(stated + " | Hafenblatt") + FieldPage.ld(NEWS + stated + "\"}");
    String body = "<h1>So sind Kräne auf den Sommer vorbereitet</h1>";
    assertThat(titleOf(head + og("Wenn Kräne schlappmachen: der Kampf gegen die Sonne"), body))
        .isEqualTo("So sind Kräne auf den Sommer vorbereitet");
    assertThat(titleOf(head + og(stated), body)).isEqualTo(stated);
  }
}

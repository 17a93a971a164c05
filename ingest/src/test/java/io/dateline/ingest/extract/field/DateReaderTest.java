package io.dateline.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {

  private static final String HEADING = "<h1>Die neue Brücke ist offen</h1>";

  private static Dates read(String head, String body, String url) {
    FieldPage page = FieldPage.of(head, body);
    int blocks = page.page().blocks().size();
    return new DateReader()
        .read(
            new DateReader.Source(
                page.page(), page.metas(), page.article(), url, null, page.heading(), 1, blocks));
  }

  private static String published(String head, String body) {
    return String.valueOf(read(head, body, FieldPage.URL).firstCreated());
  }

  @Test
  void publicationAndChangeAreToldApart() {
    String ld =
        FieldPage.ld(
            """
            {"@type":"NewsArticle","headline":"x","datePublished":"2024-05-06T07:08:00+02:00",
             "dateModified":"2024-05-06T09:10:00+02:00"}
            """);
    Dates dates = read(ld, HEADING, FieldPage.URL);
    assertThat(dates.firstCreated()).hasToString("2024-05-06T07:08+02:00");
    assertThat(dates.versionCreated()).hasToString("2024-05-06T09:10+02:00");
  }

  @Test
  void aMetaMaySayValueForContent() {
    String head = "<meta name=article:published_time value=2024-05-06T07:08:00+02:00>";
    assertThat(published(head, HEADING)).isEqualTo("2024-05-06T07:08+02:00");
  }

  @Test
  void theZoneIsTheOneThePageShows() {
    String head = "<meta property=article:published_time content=2023-11-09T01:09:55Z>";
    String body = HEADING + "<div><time>November 8, 2023 at 6:09 p.m.</time></div><p>Text</p>";
    assertThat(published(head, body)).isEqualTo("2023-11-08T18:09:55-07:00");
  }

  @Test
  void aDateNearTheHeadlineBeatsOneFarBelow() {
    String body =
        HEADING + "<p>03.02.2022</p>" + "<p>Text</p>".repeat(30) + "<time>04.02.2022</time>";
    assertThat(published("<html lang=de>", body)).startsWith("2022-02-03");
  }

  @Test
  void aboveTheHeadlineTheNearestDateIsTheArticles() {
    String clock = "<div>Donnerstag, 5. Mai 2022</div><div>Ressort Hafen</div>";
    String page = clock + "<div>3. Mai 2022</div>" + HEADING + "<p>Text</p>";
    FieldPage read = FieldPage.of("<html lang=de>", page);
    DateReader.Source source =
        new DateReader.Source(
            read.page(), read.metas(), read.article(), FieldPage.URL, null, 3, 4, 5);
    assertThat(String.valueOf(new DateReader().read(source).firstCreated()))
        .startsWith("2022-05-03");
  }

  @Test
  void theAddressTellsWhichDateIsTheArticles() {
    String body = HEADING + "<p>Version 5.2 came on November 5, 2019.</p>";
    Dates dates = read("", body, "https://hafenblatt.example/2020/01/13/bruecke");
    assertThat(dates.firstCreated()).hasToString("2020-01-13T00:00Z");
  }

  @Test
  void aCommentsDateIsNotTheArticles() {
    String body = HEADING + "<p>Text</p><div class=comment><time>2022-02-04</time></div>";
    assertThat(published("", body)).isEqualTo("null");
  }

  @Test
  void theLineUnderAPostTellsWhenItWasWritten() {
    String line = "Dieser Artikel wurde am 14. Dezember 2015 um 14:48 von Grete geschrieben. ";
    String body = HEADING + "<p>Text</p><footer>" + line + "Und mehr. ".repeat(30) + "</footer>";
    assertThat(published("", body)).isEqualTo("2015-12-14T14:48Z");
  }

  @Test
  void aDateInALinkToAnotherPageIsNotTheArticles() {
    String link = "<a class=publication-date href=/b>Nr. 34 vom 08. November 2021</a>";
    assertThat(published("", HEADING + "<p>10.11.2021</p><p>Text</p>" + link))
        .startsWith("2021-11-10");
  }

  @Test
  void theDateThatEndsThePagesTitleIsItsOwn() {
    String head =
        "<html lang=de><title>Die neue Brücke ist offen | Hafenblatt | 28.04.2023</title>";
    assertThat(published(head, "<span class=date>24.04.2023</span>" + HEADING))
        .startsWith("2023-04-28");
  }

  @Test
  void anAddressMayPutTheDayFirst() {
    Dates dates = read("", HEADING, "https://hafenblatt.example/meldungen/29-10-2021");
    assertThat(dates.firstCreated()).hasToString("2021-10-29T00:00Z");
  }

  @Test
  void whenAMemberJoinedIsNoDateOfAPost() {
    String body =
        HEADING + "<div class=member-joined>18.09.2008, 05:56</div><p class=author>21.01.2009</p>";
    assertThat(published("<html lang=de>", body)).startsWith("2009-01-21");
  }

  @Test
  void whenAVideoWasUploadedGivesWayToThePagesOwnDate() {
    String head =
        FieldPage.ld("{\"@type\":\"VideoObject\",\"name\":\"x\",\"uploadDate\":\"2015-01-16\"}")
            + "<meta property=article:published_time content=2017-12-01T12:01:11+01:00>";
    assertThat(published(head, HEADING)).startsWith("2017-12-01");
  }

  @Test
  void theZoneStatedBesideTheSameMinuteIsThePages() {
    String head = "<meta property=article:published_time content=2023-11-09T06:35:29Z>";
    String said = HEADING + "<p>Posted: Nov 8, 2023 / 10:35 PM PST</p><p>Text</p>";
    assertThat(published(head, said)).isEqualTo("2023-11-08T22:35:29-08:00");
    String marked = HEADING + "<time datetime=2023-11-08T22:35:29-08:00>yesterday</time>";
    assertThat(published(head, marked)).isEqualTo("2023-11-08T22:35:29-08:00");
    String other = HEADING + "<p>Updated: Nov 8, 2023 / 11:55 PM PST</p><p>Text</p>";
    assertThat(published(head, other)).isEqualTo("2023-11-09T06:35:29Z");
  }

  @Test
  void pageThatTellsNothingElseIsAsOldAsItsLastChange() {
    String text = "<p>Text</p>".repeat(30);
    String german =
        HEADING + text + "<div><label>Letzte Änderung:</label>14.01.2022 um 09:25</div>";
    assertThat(published("<html lang=de>", german)).startsWith("2022-01-14T09:25");
    String apart = HEADING + text + "<p>Letzte Änderung:</p><p>14.01.2022</p>";
    assertThat(published("<html lang=de>", apart)).startsWith("2022-01-14");
    String print =
        HEADING + "<p>Text</p>" + text + "<p>Quelle: Rathaus<br>[Stand: 09.10.2017]</p>" + text;
    assertThat(published("<html lang=de>", print)).startsWith("2017-10-09");
    String wiki = HEADING + text + "<p>Bridge (last edited 2019-11-10 13:28:18 by Mats)</p>" + text;
    assertThat(published("<html lang=en>", wiki)).startsWith("2019-11-10T13:28:18");
  }

  @Test
  void lastChangeNeverStandsBeforeThePublicationInTheAddress() {
    String body = HEADING + "<p>Text</p>".repeat(30) + "<p>Stand: 09.10.2017</p>".repeat(2);
    Dates dates = read("<html lang=de>", body, "https://hafenblatt.example/2016/03/04/bruecke");
    assertThat(dates.firstCreated()).hasToString("2016-03-04T00:00+01:00");
  }

  @Test
  void whatIsMarkedAsUpdatedIsTheChange() {
    String body =
        HEADING
            + "<time datetime=2011-09-28 class=updated></time>"
            + "<time datetime=2011-09-27 class=entry-date></time><p>Text</p>";
    Dates dates = read("", body, FieldPage.URL);
    assertThat(dates.versionCreated()).hasToString("2011-09-28T00:00Z");
    String both =
        HEADING + "<time datetime=2011-09-27 class='published updated'></time><p>Text</p>";
    assertThat(read("", both, FieldPage.URL).versionCreated()).isNull();
  }

  @Test
  void dateWithinThePagesTitleIsTheLastToBeAsked() {
    String head = "<html lang=de><title>Bericht zur Lage vom 22.04.2020 – Hafenblatt</title>";
    assertThat(published(head, HEADING + "<p>Text</p>")).startsWith("2020-04-22");
    assertThat(published(head, HEADING + "<p>23.04.2020</p>")).startsWith("2020-04-23");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "property=article:published_time",
        "property=og:published_time",
        "property=rnews:datePublished",
        "itemprop=datePublished",
        "name=pubdate",
        "pubdate=pubdate",
        "name=parsely-pub-date",
        "name=sailthru.date",
        "name=cXenseParse:recs:publishtime",
        "name=DC.date.issued",
        "name=DC:date.issued",
        "name=dcterms:issued",
        "name=article.published",
        "name=article_date_original",
        "name=OriginalPublicationDate",
        "name=citation_publication_date",
        "name=citation_date",
        "name=publish_time",
        "name=published_at",
        "name=dateposted",
        "name=rbpubdate",
        "name=mediator_published_time",
        "name=twt-published-at",
        "name=displaydate",
        "name=DC.date",
        "name=date_created",
        "name=timestamp",
        "property=video:release_date",
        "name=generator property=article:published_time"
      })
  void aTagThatContentSystemsWriteStatesThePublication(String name) {
    String value = " content='2024-05-06T07:08:00+02:00'>";
    assertThat(published("<meta " + name + value, HEADING)).isEqualTo("2024-05-06T07:08+02:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "property=article:modified_time",
        "property=og:updated_time",
        "property=og:article:modified_time",
        "itemprop=dateModified",
        "name=DC.date.modified",
        "name=DCTERMS.modified",
        "name=last-modified",
        "name=revision_date",
        "name=date_updated",
        "name=bt:moddate",
        "name=updated_at"
      })
  void aTagThatContentSystemsWriteStatesTheChange(String name) {
    String head = "<meta " + name + " content='2024-05-06T07:08:00+02:00'>";
    assertThat(read(head, HEADING, FieldPage.URL).versionCreated())
        .hasToString("2024-05-06T07:08+02:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<time datetime=1714972080>",
        "<time datetime=1714972080000>",
        "<abbr data-utime=1714972080>",
        "<relative-time datetime=2024-05-06T05:08:00Z>",
        "<news-timestamp data-timestamp=1714972080000>",
        "<span class=date data-published=2024-05-06T05:08:00Z>",
        "<span itemprop=datePublished>6. Mai 2024, 07:08 Uhr</span>"
      })
  void aMarkedElementSaysItToMachines(String element) {
    assertThat(published("<html lang=de>", HEADING + element + "heute früh</p><p>Text</p>"))
        .isEqualTo("2024-05-06T07:08+02:00");
  }

  @Test
  void aPageThatStatesNoZoneIsInThatOfItsLanguage() {
    String body = HEADING + "<p>2024年5月6日 15時05分</p><p>Text</p>";
    assertThat(published("<html lang=ja>", body)).isEqualTo("2024-05-06T15:05+09:00");
    String korean = HEADING + "<p>입력 2024.05.06. 오후 3:05</p><p>Text</p>";
    assertThat(published("<html lang=ko-KR>", korean)).isEqualTo("2024-05-06T15:05+09:00");
    String german = HEADING + "<p>6. Mai 2024, 7:08 Uhr</p><p>Text</p>";
    assertThat(published("<html lang=de>", german)).isEqualTo("2024-05-06T07:08+02:00");
    String english = HEADING + "<p>May 6, 2024 7:08 am</p><p>Text</p>";
    assertThat(published("<html lang=en-GB>", english)).isEqualTo("2024-05-06T07:08Z");
    assertThat(published("<html lang=fr-CA>", english)).isEqualTo("2024-05-06T07:08Z");
  }
}

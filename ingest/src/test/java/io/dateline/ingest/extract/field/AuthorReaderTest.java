package io.dateline.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.extract.body.Agencies;
import io.dateline.ingest.extract.body.Wordings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorReaderTest {

  private static final String HEADING = "<h1>Die neue Brücke ist offen</h1>";

  private final AuthorReader reader = new AuthorReader(new Wordings(), new Agencies());

  private AuthorReader.Found read(String head, String body) {
    FieldPage page = FieldPage.of(head, body);
    return reader.read(
        new AuthorReader.Source(
            page.page(), page.metas(), page.article(), page.nodes(), page.site(), page.heading()));
  }

  @Test
  void aReferenceIsResolvedInTheGraph() {
    String ld =
        FieldPage.ld(
            """
            {"@graph":[{"@type":"NewsArticle","headline":"x","author":{"@id":"#p"}},
             {"@type":"Person","@id":"#p","name":"Jana Doe"}]}
            """);
    assertThat(read(ld, HEADING).names()).containsExactly("Jana Doe");
  }

  @Test
  void givenAndFamilyNameAreJoinedAndListsInListsAreRead() {
    String ld =
        FieldPage.ld(
            """
            {"@type":"NewsArticle","headline":"x","author":[{"@type":"Person","givenName":"Jana",
             "familyName":"Doe"},[{"@type":"Person","name":"Kim Roe"}]]}
            """);
    assertThat(read(ld, HEADING).names()).containsExactly("Jana Doe", "Kim Roe");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Jane Doe and John Roe|Jane Doe;John Roe",
        "Von Jana Doe, Kim Roe und Eva Moe|Jana Doe;Kim Roe;Eva Moe",
        "Par Anne Dupont, 3 mai 2024|Anne Dupont",
        "by Jane Doe December 23, 2016 at 7:18am|Jane Doe",
        "Ein Artikel von Jana Doe – 27.01.2022|Jana Doe",
        "By Jane Doe Senior Editor|Jane Doe",
        "By Jane Doe in Berlin|Jane Doe",
        "ByJane Doe|Jane Doe",
        "– By Jane Doe – May 6|Jane Doe",
        "By Jane Doe; Photos by John Roe and Kim Moe|Jane Doe",
        "Von Jana Doe, Fotos: Kim Roe|Jana Doe",
        "Text und Fotos: Jana Doe|Jana Doe",
        "By Jane Doe Illustration by John Roe|Jane Doe",
        "By Jane Doe, Senior Review Analyst|Jane Doe",
        "By Kim Jong In|Kim Jong In"
      })
  void anAuthorLineIsReadByItsWords(String line, String names) {
    String body = HEADING + "<p>" + line + "</p><p>Text</p>";
    assertThat(read("", body).names()).containsExactly(names.split(";"));
  }

  @ParameterizedTest
  @CsvSource({"신현주 기자,신현주", "記者 山田太郎,山田太郎", "文● 山田太郎,山田太郎", "记者李明,李明"})
  void theJobBesideANameOfEastAsiaIsCut(String line, String name) {
    assertThat(read("<meta name=author content='" + line + "'>", HEADING).names())
        .containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=author",
        "property=article:author",
        "name=DC.creator",
        "name=DC:Creator",
        "name=dcterms.creator",
        "name=parsely-author",
        "name=sailthru.author",
        "name=byl",
        "name=cXenseParse:author",
        "property=og:article:author",
        "property=rnews:author",
        "name=rbauthors",
        "name=clmst",
        "name=mediator_author",
        "name=dable:author",
        "itemprop=author",
        "name=twitter:label1 content='Written by'><meta name=twitter:data1"
      })
  void aTagThatContentSystemsWriteNamesTheAuthor(String name) {
    assertThat(read("<meta " + name + " content='Jane Doe'>", HEADING).names())
        .containsExactly("Jane Doe");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Jane Doe and John Roe|Jane Doe;John Roe",
        "By Jane Doe, Kim Moe and John Roe|Jane Doe;Kim Moe;John Roe",
        "Jane Doe Senior Life and Trends Reporter|Jane Doe",
        "By Jane Doe, City Desk|Jane Doe",
        "By Kim Moe and John Roe|Jane Doe",
        "By Jane Doe, photos by John Roe and Kim Moe|Jane Doe"
      })
  void aLineThatJoinsMoreAuthorsToTheStatedOneIsBelieved(String line, String names) {
    String head =
        FieldPage.ld(
            "{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"author\":{\"@type\":\"Person\","
                + "\"name\":\"Jane Doe\"}}");
    assertThat(read(head, HEADING + "<p class=byline>" + line + "</p><p>Text</p>").names())
        .containsExactly(names.split(";"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<div><a href=/authors/jane-doe>Jane Doe</a> May 6</div>|Jane Doe",
        "<div><a href=/blog/author/jdoe/>Jane Doe</a></div>|Jane Doe",
        "<ul><li><a href=/autoren/jane-doe>Jane Doe</a><li><a href=/autoren/kim-roe>Kim Roe</a></ul>|Jane Doe;Kim Roe",
        "<p>Written by</p><p>Jane Doe</p>|Jane Doe",
        "<h5>Autor:</h5><p>Jane Doe/xyz</p>|Jane Doe",
        "<p><span>By</span><span>Jane Doe</span></p>|Jane Doe"
      })
  void anAuthorWhomNoNameOfAnElementMarksIsFound(String line, String names) {
    assertThat(read("", HEADING + line + "<p>Text</p>").names()).containsExactly(names.split(";"));
  }

  @Test
  void aLinkOnTheWayToAuthorsThatIsCalledOtherwiseNamesNobody() {
    String line = "<div><a href=/authors/all>Neue Brücke</a></div>";
    String people = "<p>Die <a href=/people/jane-doe>Jane Doe</a> kam zum Hafen.</p>";
    assertThat(read("", HEADING + line + people).names()).isEmpty();
  }

  @Test
  void aSentenceOfAnAuthorsBoxNamesNobody() {
    String head = "<meta name=author content='Our contributors come from many places'>";
    assertThat(read(head, HEADING + "<p>By Jane Doe</p>").names()).containsExactly("Jane Doe");
  }

  @Test
  void anOutletOrItsNewsroomIsNoPerson() {
    AuthorReader.Found newsroom =
        read("<meta name=author content='Hafenblatt Redaktion'>", HEADING);
    assertThat(newsroom.names()).containsExactly("Hafenblatt Redaktion");
    assertThat(newsroom.people()).isFalse();
  }

  @Test
  void thePersonOnThePageBeatsAnOrganisationInTheTags() {
    AuthorReader.Found found =
        read(
            "<meta name=author content='Brücken Verlag GmbH'>",
            HEADING + "<p>Von Jana Doe</p><p>Text</p>");
    assertThat(found.names()).containsExactly("Jana Doe");
    assertThat(found.people()).isTrue();
  }

  @Test
  void readersWhoCommentAreNoAuthors() {
    String body =
        HEADING + "<p>Text</p><div class=comment-list><span class=author>Jan Leser</span></div>";
    assertThat(read("", body).names()).isEmpty();
  }

  private static final String PARAGRAPH = "<p>" + "Die Stadt baut am Hafen. ".repeat(8) + "</p>";

  @Test
  void aNameInBoldBeforeTheFirstParagraphBeatsAnAccountOfTheOutlet() {
    String head =
        "<meta property=og:site_name content='Hafenblatt News'>"
            + FieldPage.ld(
                "{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"author\":{\"@type\":\"Person\","
                    + "\"name\":\"Hafenblatt D\"}}");
    String body = HEADING + "<p><b>JANA DOE</b></p>" + PARAGRAPH + "<p><b>Kim Roe</b></p>";
    assertThat(read(head, body).names()).containsExactly("JANA DOE");
  }

  @Test
  void aNameInBoldBehindTheLastParagraphSignsIt() {
    assertThat(read("", HEADING + PARAGRAPH + "<p><strong>Jana Doe</strong></p>").names())
        .containsExactly("Jana Doe");
  }

  @Test
  void namesInBoldWithinTheTextAreOfPeopleInIt() {
    String portraits = "<p><b>Jana Doe</b></p>" + PARAGRAPH + "<p><b>Kim Roe</b></p>" + PARAGRAPH;
    assertThat(read("", HEADING + PARAGRAPH + portraits).names()).isEmpty();
  }

  @Test
  void aLabelOfItsOwnNamesTheAuthorWhereverItStands() {
    String body =
        HEADING + PARAGRAPH.repeat(12) + "<ul><li><b>Autorin/Autor</b> Jana Doe</li></ul>";
    assertThat(read("<html lang=de>", body).names()).containsExactly("Jana Doe");
  }

  @Test
  void anAgencyAmongThePeopleStays() {
    assertThat(read("<meta name=author content='Jana Doe und Kim Roe, dpa'>", HEADING).names())
        .containsExactly("Jana Doe", "Kim Roe", "dpa");
  }
}

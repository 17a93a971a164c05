package io.dateline.ingest.extract.outlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.extract.ArticleExtractor;
import io.dateline.ingest.extract.ExtractResult;
import io.dateline.ingest.extract.Hints;
import io.dateline.ingest.extract.PageBytes;
import io.dateline.model.Article;
import io.dateline.model.Paragraph;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutletTest {

  private static final String URL = "https://www.harbour.example/n/1";

  private static final String FILE =
      """
      hosts: [harbour.example]
      versions:
        - since: 2024-03-01
          title: h2.top
          kicker: .over
          summary: meta[name=teaser]
          authors: .who b
          published: span[data-stamp]@data-stamp
          section: nav b
          keywords: .words li
          body: "#text"
          remove: .offer
        - since: 2020-01-01
          title: h3.old
          paragraphs: .t > span
      """;

  private static final String PAGE =
      """
      <html lang="en"><head><title>Harbour News</title><meta name="teaser" content="Two boats.">
      </head><body><nav><b>Port</b><a href="/x">Weather</a></nav>
      <p class="over">Coast</p><h1>Harbour News</h1><h2 class="top">Two ferries for the island</h2>
      <div class="who"><b>By Anna Berg and Tom Lee</b></div><span data-stamp="2024-05-06T07:08:00+02:00">lately</span>
      <div id="text"><p>The island gets two new ferries next year, the council said on Monday evening.</p>
      <p class="offer">Read all of our long reports on ferries for one coin a month, starting today.</p>
      <h3>When they come</h3>
      <p>The first of them is to arrive in March, when the harbour wall has been repaired.</p></div>
      <div><p>Elsewhere a bridge was opened to the delight of many drivers on the mainland road.</p></div>
      <ul class="words"><li>ferry</li><li>island</li></ul></body></html>
      """;

  private final ArticleExtractor generic = new ArticleExtractor();
  private final ArticleExtractor extractor =
      generic.with(new Outlets(List.of(Objects.requireNonNull(outlet(FILE)))));

  private static Outlet outlet(String yaml) {
    OutletFile file = OutletFile.parse("harbour", yaml);
    assertThat(file.mistakes()).isEmpty();
    return Objects.requireNonNull(file.outlet());
  }

  private ExtractResult.Extracted read(String html, String url, String seen) {
    Instant at = Instant.parse(seen + "T12:00:00Z");
    PageBytes page = new PageBytes(html.getBytes(UTF_8), url, null, Hints.NONE, at);
    ExtractResult result = extractor.extract(page);
    assertThat(result).isInstanceOf(ExtractResult.Extracted.class);
    return (ExtractResult.Extracted) result;
  }

  private static SelectorUse use(ExtractResult.Extracted result) {
    return Objects.requireNonNull(result.selectors());
  }

  @Test
  void whatTheSelectorsNameOverridesTheRules() {
    ExtractResult.Extracted result = read(PAGE, URL, "2024-06-01");
    Article article = result.article();
    assertThat(article.text().headline()).isEqualTo("Two ferries for the island");
    assertThat(article.text().kicker()).isEqualTo("Coast");
    assertThat(article.text().summary()).isEqualTo("Two boats.");
    assertThat(article.credits().authors()).containsExactly("Anna Berg", "Tom Lee");
    assertThat(article.dates().firstCreated()).hasToString("2024-05-06T07:08+02:00");
    assertThat(article.section()).isEqualTo("Port");
    assertThat(article.keywords()).containsExactly("ferry", "island");
    assertThat(article.text().body())
        .startsWith("The island gets")
        .endsWith("has been repaired.")
        .doesNotContain("one coin", "bridge");
    assertThat(use(result).missed()).isEmpty();
    assertThat(use(result).found()).hasSize(9).contains(Part.BODY, Part.REMOVE, Part.PUBLISHED);
  }

  @Test
  void aSelectorThatFindsNothingIsNotedAndTheRulesTakeItsPlace() {
    String changed = PAGE.replace("id=\"text\"", "id=\"copy\"").replace("class=\"top\"", "");
    ExtractResult.Extracted result = read(changed, URL, "2024-06-01");
    assertThat(result.article().text().body()).contains("two new ferries", "harbour wall");
    assertThat(use(result).missed()).containsExactlyInAnyOrder(Part.TITLE, Part.BODY);
    assertThat(use(result).isBodyMissed()).isTrue();
    assertThat(use(result).version()).isEqualTo("harbour since 2024-03-01");
  }

  @Test
  void aStampThatIsNoDateIsAMiss() {
    ExtractResult.Extracted result =
        read(PAGE.replace("2024-05-06T07:08:00+02:00", "soon"), URL, "2024-06-01");
    assertThat(use(result).isMissed(Part.PUBLISHED)).isTrue();
  }

  @Test
  void paragraphsAreTakenAsTheyAreAndOfTheLayoutOfTheirTime() {
    String old =
        """
        <h3 class=old>Ferry sold</h3><div class=t><span>Sold.</span><span>Photo: A. Berg</span></div>
        <p>This paragraph is much longer than the others and would be taken by any general rule.</p>
        """;
    ExtractResult.Extracted result = read(old, URL, "2021-06-01");
    assertThat(result.article().text().headline()).isEqualTo("Ferry sold");
    assertThat(result.article().text().paragraphs())
        .extracting(Paragraph::text)
        .containsExactly("Sold.", "Photo: A. Berg");
  }

  @Test
  void thePublicationChoosesTheLayoutWhenNobodyKnowsWhenThePageWasFetched() {
    String dated =
        PAGE.replace("<head>", "<head><meta property='article:published_time' content='%s'>");
    assertThat(version(dated.formatted("2021-04-05"))).isEqualTo("harbour since 2020-01-01");
    assertThat(version(dated.formatted("2025-04-05"))).isEqualTo("harbour since 2024-03-01");
  }

  private String version(String html) {
    ExtractResult result = extractor.extract(PageBytes.of(html.getBytes(UTF_8), URL));
    return use((ExtractResult.Extracted) result).version();
  }

  @Test
  void otherOutletsAndOlderLayoutsAreReadByTheRulesAlone() {
    assertThat(read(PAGE, "https://notharbour.example/n/1", "2024-06-01").selectors()).isNull();
    assertThat(read(PAGE, URL, "2019-06-01").selectors()).isNull();
    assertThat(read(PAGE, "https://harbour.example/n/1", "2024-06-01").selectors()).isNotNull();
  }

  @Test
  void aSavedPageIsOfTheOutletThatItNamesItself() {
    String named = PAGE.replace("<head>", "<head><link rel=canonical href='" + URL + "'>");
    assertThat(use(read(named, "file:///tmp/page.html", "2024-06-01")).outlet())
        .isEqualTo("harbour");
  }

  @Test
  void aDocumentParsedElsewhereIsReadTheSameAndNotChanged() {
    var document = Jsoup.parse(PAGE, URL);
    String before = document.outerHtml();
    ExtractResult result = extractor.extract(document, URL, Hints.NONE);
    assertThat(((ExtractResult.Extracted) result).article().text())
        .isEqualTo(read(PAGE, URL, "2024-06-01").article().text());
    assertThat(document.outerHtml()).isEqualTo(before);
  }

  @Test
  void theAccountTellsWhatWasSelectedAndWhatWasMissed() {
    String changed = PAGE.replace("class=\"over\"", "");
    List<String> lines =
        extractor.explain(PageBytes.of(changed.getBytes(UTF_8), URL)).trace().stream()
            .map(Object::toString)
            .toList();
    assertThat(lines)
        .anyMatch(line -> line.startsWith("selected\ttitle\tharbour since 2024-03-01"))
        .anyMatch(line -> line.startsWith("missed\tkicker\tharbour since 2024-03-01"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          versions: [{title: h1}]                                     | a: hosts: a list of at least
          hosts: [h.example]                                          | a: versions: a list of at least
          {hosts: ['no host'], versions: [{title: h1}]}               | a: hosts: 'no host' is no host
          {hosts: [h], versions: [{title: 'h1[' }]}                   | a: version 1 title: 'h1[' is no
          {hosts: [h], versions: [{titel: h1}]}                       | a: version 1 titel: not known
          {hosts: [h], title: h1, versions: [{title: h1}]}            | a: title: stands inside
          {hosts: [h], versions: [{title: h1, since: May}]}           | a: version 1 since: 'May' is no day
          {hosts: [h], versions: [{title: h1}, {body: p}]}            | a: version 2 since: two versions
          {hosts: [h], versions: [{body: p, paragraphs: p}]}          | a: version 1 body: either body
          {hosts: [h], versions: [{title: ''}]}                       | a: version 1 title: the selector
          '{'                                                         | a: not YAML
          """)
  void mistakesNameFileAndKey(String yaml, String told) {
    assertThat(OutletFile.parse("a", yaml).mistakes())
        .anySatisfy(m -> assertThat(m).contains(told));
    assertThat(OutletFile.parse("a", yaml).outlet()).isNull();
  }

  @Test
  void aHostBelongsToOneOutlet() {
    Outlet one = outlet(FILE);
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> new Outlets(List.of(one, one)))
        .withMessageContaining("harbour.example");
  }
}

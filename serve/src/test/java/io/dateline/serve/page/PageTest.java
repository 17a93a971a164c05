package io.dateline.serve.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.dateline.model.Article;
import io.dateline.model.CopyGroup;
import io.dateline.model.Credits;
import io.dateline.model.Dateline;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Enrichment;
import io.dateline.model.PubStatus;
import io.dateline.model.StoryRef;
import io.dateline.model.Tag;
import io.dateline.serve.LineExtension;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page in a real Chromium. Screenshots are left in target/screenshots. */
@ExtendWith(LineExtension.class)
class PageTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final ServedLine line;
  private Browser browser;

  PageTest(ServedLine line) {
    this.line = line;
  }

  @BeforeAll
  static void storeSamples(ServedLine line) throws Exception {
    line.store(Samples.talks());
    line.store(Samples.election());
  }

  @BeforeEach
  void openBrowser() {
    browser = Browser.open();
  }

  @AfterEach
  void browserDidNotComplain() {
    if (browser != null) {
      var complaints = browser.complaints();
      var foreign = browser.foreignRequests();
      browser.close();
      assertThat(complaints).isEmpty();
      assertThat(foreign).isEmpty();
    }
  }

  private Page open(String view, String language, ColorScheme colors) {
    Page page = browser.page(line.uri(""), language, colors);
    page.navigate(line.uri("/#/" + view).toString());
    return page;
  }

  private static void shoot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  private static Locator row(Page page, String headline) {
    return page.locator("li.row").filter(new Locator.FilterOptions().setHasText(headline)).first();
  }

  @Test
  void articleShowsTheEvidenceOfItsTagsInTheText() {
    Page page = open("live", "de-DE", ColorScheme.LIGHT);
    row(page, "Friedensgespräche in Astana").click();
    Locator marks = page.locator(".text mark");
    assertThat(marks.filter(new Locator.FilterOptions().setHasText("Syrien"))).hasCount(2);
    assertThat(page.locator("h2 mark")).hasText("Friedensgespräche");
    page.locator(".tag", new Page.LocatorOptions().setHasText("Syrien")).click();
    assertThat(page.locator("mark.on")).hasCount(2);
    shoot(page, "live-de-light");
  }

  @Test
  void aLaterVersionShowsTheWordsAndTagsThatChanged() throws Exception {
    Article first = Samples.article(220, "en", "Bridge closed", "Two lanes of it, in Iceland.");
    Tag tag = Samples.tag(first, Tag.Kind.COUNTRY, "IS", "Iceland", Tag.Relation.ABOUT, "Iceland");
    line.store(Samples.enriched(first, "en", List.of(tag)));
    Article later = Samples.article(220, "en", "Bridge closed", "Four lanes of it, in Spain.");
    line.store(Samples.enriched(later.toBuilder().version(2).build(), "en", List.of()));
    Page page = open("article/" + first.uri().id(), "en-GB", ColorScheme.LIGHT);
    page.locator("summary", new Page.LocatorOptions().setHasText("Versions")).click();
    page.locator("summary", new Page.LocatorOptions().setHasText("Difference")).click();
    assertThat(page.locator(".diff del").first()).containsText("Two");
    assertThat(page.locator(".diff ins").first()).containsText("Four");
    assertThat(page.locator(".versions")).containsText("Tags lost: Iceland");
    shoot(page, "versions-en-light");
  }

  @Test
  void aStoryShowsItsTimelineWithOutletsAgenciesCopiesAndWithdrawals() throws Exception {
    line.store(told(230, "Dam broken", CopyGroup.Role.FIRST));
    line.store(told(231, "Dam broke in the night", CopyGroup.Role.COPY));
    EnrichedArticle gone = told(232, "Dam holds", CopyGroup.Role.FIRST);
    line.store(gone);
    Article withdrawn =
        gone.article().toBuilder()
            .version(2)
            .status(PubStatus.CANCELED)
            .edNote("Withdrawn by the outlet: status 410")
            .build();
    line.store(new EnrichedArticle(withdrawn, gone.enrichment()));
    Page page = open("story/dam", "en-GB", ColorScheme.LIGHT);
    assertThat(page.locator("h2")).hasText("Dam broken");
    assertThat(page.locator(".meta")).containsText("2 articles, 1 text, 1 outlet");
    Locator entries = page.locator(".timeline li");
    assertThat(entries).hasCount(3);
    assertThat(entries.nth(0)).containsText("Dam broken · example · dpa");
    assertThat(entries.nth(1).locator(".badge")).hasText("Copy");
    assertThat(entries.nth(2).locator(".badge")).hasText("Withdrawn");
    shoot(page, "story-en-light");
    page.locator(".timeline a").nth(2).click();
    assertThat(page.locator(".facts")).containsText("Note");
    assertThat(page.locator(".facts")).not().containsText("Corrected");
  }

  private static EnrichedArticle told(int number, String headline, CopyGroup.Role role) {
    Article plain = Samples.article(number, "en", headline, "The dam at the lake broke.");
    Credits credits = new Credits(null, List.of(), List.of("dpa"), null);
    Dateline dateline = new Dateline("BERN (dpa) -", List.of("Bern"), null, "dpa", null);
    Article article = plain.toBuilder().credits(credits).dateline(dateline).build();
    CopyGroup copies = new CopyGroup("https://news.example/article/230", role, 100);
    Enrichment enrichment = Samples.enriched(article, "en", List.of()).enrichment();
    return new EnrichedArticle(
        article, enrichment.grouped(copies, new StoryRef("dam", 100, List.of())));
  }

  @Test
  void newArticlesAppearByThemselves() {
    Page page = open("live", "en-GB", ColorScheme.DARK);
    assertThat(page.locator("#connection")).hasText("live");
    line.publish(
        Samples.enriched(
            Samples.article(200, "en", "This appears while one watches", "Live."),
            "en",
            List.of()));
    assertThat(row(page, "This appears while one watches")).isVisible();
    row(page, "Voters in Portugal").click();
    shoot(page, "live-en-dark");
  }

  @Test
  void searchMarksItsHitsAndNarrowsByFacet() throws Exception {
    ServedLine.await(
        () -> line.get("/api/v1/articles?q=date:2026-11-01").body().contains("\"total\":2"));
    Page page = open("search", "de-DE", ColorScheme.LIGHT);
    page.locator("input[name=q]").fill("date:2026-11-01 (unterhändler OR parliament)");
    assertThat(page.locator(".snippet em").first()).hasText("Unterhändler");
    assertThat(page.locator("li.row")).hasCount(2);
    page.locator(".facet .chip.country", new Page.LocatorOptions().setHasText("Portugal")).click();
    assertThat(page.locator("li.row")).hasCount(1);
    page.locator("li.row button").click();
    assertThat(page.locator(".text")).containsText("Polling stations");
    shoot(page, "search-de-light");
  }

  @Test
  void facetsStandInTheOrderOfTheirCounts() {
    Page page = open("search", "en-GB", ColorScheme.LIGHT);
    assertThat(page.locator(".facet .chip.topic").first()).isVisible();
    Object sorted =
        page.evaluate(
            "() => [...document.querySelectorAll('.facet')].every((facet) => {"
                + " const counts = [...facet.querySelectorAll('.count')]"
                + ".map((count) => Number(count.textContent));"
                + " return counts.every((n, i) => i === 0 || counts[i - 1] >= n); })");
    assertThat(sorted).isEqualTo(true);
  }

  @Test
  void watchIsPreviewedSavedAndShowsItsHits() {
    Page page = open("watches", "en-GB", ColorScheme.LIGHT);
    page.locator("input[name=name]").fill("Marsupials");
    page.locator("input[name=query]").fill("title:bilby OR title:potoroo");
    assertThat(page.locator(".preview")).containsText("in the last 7 days");
    page.getByLabel("Kind of alert").selectOption("email");
    page.getByLabel("Address").fill("desk@news.example");
    page.locator("button", new Page.LocatorOptions().setHasText("Add alert")).click();
    assertThat(page.locator(".alerts")).containsText("desk@news.example");
    page.locator("button.primary", new Page.LocatorOptions().setHasText("Save")).click();
    assertThat(row(page, "Marsupials")).isVisible();
    line.publish(
        Samples.enriched(Samples.article(210, "en", "A bilby is back", "Found."), "en", List.of()));
    page.waitForTimeout(1_500);
    row(page, "Marsupials").click();
    assertThat(page.locator(".hits")).containsText("A bilby is back");
    assertThat(page.locator(".alerts")).containsText("desk@news.example");
    assertThat(page.locator(".deliveries")).containsText("desk@news.example");
    shoot(page, "watch-hits-en-light");
  }

  @Test
  void newWebhookShowsItsSecretOnce() {
    Page page = open("watches", "de-DE", ColorScheme.DARK);
    page.locator("input[name=name]").fill("Beuteltiere");
    page.locator("input[name=query]").fill("title:wombat");
    page.getByLabel("Adresse").fill("http://127.0.0.1:9/hook");
    page.locator("button", new Page.LocatorOptions().setHasText("Meldung hinzufügen")).click();
    assertThat(page.locator(".secret")).containsText("whsec_");
    shoot(page, "watch-new-de-dark");
    page.locator("button.primary", new Page.LocatorOptions().setHasText("Sichern")).click();
    assertThat(page.locator(".alerts")).containsText("http://127.0.0.1:9/hook");
    assertThat(page.locator(".secret")).hasCount(0);
  }

  @Test
  void everyViewFitsAPhone() {
    Page page = open("live", "de-DE", ColorScheme.LIGHT);
    page.setViewportSize(390, 844);
    for (String view : List.of("live", "search", "volume", "watches", "sources", "pipeline")) {
      page.navigate(line.uri("/#/" + view).toString());
      page.waitForTimeout(500);
      shoot(page, "phone-" + view + "-de-light");
      assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
          .as(view)
          .isEqualTo(390);
      assertThat(
              page.evaluate(
                  "() => Math.max(...[...document.querySelectorAll('nav a')]"
                      + ".map((a) => Math.ceil(a.getBoundingClientRect().right)))"))
          .as("right edge of the last entry of " + view)
          .isInstanceOf(Integer.class)
          .matches(edge -> (Integer) edge <= 390);
    }
    page.navigate(line.uri("/#/live").toString());
    assertThat(page.locator(".pane")).isHidden();
    page.locator("li.row .row-button").first().click();
    assertThat(page.locator(".pane")).isVisible();
    shoot(page, "phone-chosen-de-light");
  }

  @Test
  void volumeDrawsChartMapAndGridWhichLeadToArticles() {
    Page page = open("volume?interval=day&days=all", "de-DE", ColorScheme.LIGHT);
    assertThat(page.locator(".chart .canvas canvas")).hasCount(2);
    Locator cell = page.locator(".heat a[aria-label*='Portugal']").first();
    assertThat(cell).hasText("1");
    shoot(page, "volume-de-light");
    page.locator("#theme").click();
    page.waitForTimeout(300);
    shoot(page, "volume-de-dark");
    cell.click();
    assertThat(page.locator("li.row")).hasCount(1);
  }

  @Test
  void everyViewOpensByItsKey() {
    Page page = open("live", "en-GB", ColorScheme.LIGHT);
    assertThat(page.locator("li.row").first()).isVisible();
    String[] views = {"live", "search", "volume", "watches", "sources", "pipeline"};
    for (int i = 0; i < views.length; i++) {
      page.keyboard().press(Integer.toString(i + 1));
      assertThat(page.locator("nav a[aria-current=page]")).hasAttribute("href", "#/" + views[i]);
      page.waitForTimeout(600);
      shoot(page, views[i] + "-en-light");
    }
  }
}

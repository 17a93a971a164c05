package io.dateline.serve.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.dateline.serve.LineExtension;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the page says when a query is wrong, the server is away, or an answer comes late. */
@ExtendWith(LineExtension.class)
class TroubleTest {
  private static final Pattern STRING = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'(?!:)");
  private static final Pattern KEY = Pattern.compile("[\\w'-]+(?=:)");

  private static @Nullable Browser browser;

  private final ServedLine line;

  TroubleTest(ServedLine line) {
    this.line = line;
  }

  @BeforeAll
  static void storeSamples(ServedLine line) throws Exception {
    line.store(Samples.talks());
    line.store(Samples.election());
    ServedLine.await(
        () -> line.get("/api/v1/articles?q=title:voters").body().contains("\"total\":1"));
    browser = Browser.open();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  private Page open(String view) {
    Page page = Objects.requireNonNull(browser).page(line.uri(""), "en-GB", ColorScheme.LIGHT);
    page.navigate(line.uri("/#/" + view).toString());
    return page;
  }

  @Test
  void everyWordStandsOnceInBothLanguages() throws IOException {
    try (InputStream in = Asset.class.getResourceAsStream("words.js")) {
      String source = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      String english = source.substring(source.indexOf("en: {"), source.indexOf("de: {"));
      String german = source.substring(source.indexOf("de: {"), source.indexOf("\n};"));
      assertThat(keys(english)).doesNotHaveDuplicates().hasSizeGreaterThan(100);
      assertThat(keys(german)).doesNotHaveDuplicates();
      assertThat(keys(german).subList(1, keys(german).size()))
          .containsExactlyInAnyOrderElementsOf(keys(english).subList(1, keys(english).size()));
    }
  }

  private static List<String> keys(String words) {
    String withoutStrings = STRING.matcher(words).replaceAll("");
    return KEY.matcher(withoutStrings).results().map(MatchResult::group).toList();
  }

  @Test
  void aServerThatIsAwayIsToldAndComesBack() {
    Page page = open("live");
    assertThat(page.locator("#connection")).hasText("live");
    page.context().setOffline(true);
    page.locator("nav a").nth(1).click();
    assertThat(page.locator(".error")).hasText("Could not load: the server does not answer");
    page.locator("nav a").nth(0).click();
    assertThat(page.locator("#connection")).hasText("connection lost, trying again");
    assertThat(page.locator(".list-pane")).containsText("the server does not answer");
    page.context().setOffline(false);
    assertThat(page.locator("#connection")).hasText("live");
    assertThat(page.locator("li.row").first()).isVisible();
    assertThat(page.locator(".list-pane .hint")).hasCount(0);
    page.context().close();
  }

  @Test
  void aWrongQueryIsNoLostConnection() {
    Page page = open("live?q=title:");
    assertThat(page.locator(".list-pane .error")).containsText("expected a value right behind");
    page.waitForTimeout(500);
    assertThat(page.locator("#connection")).hasText("");
    page.locator("input[name=q]").fill("voters");
    assertThat(page.locator("#connection")).hasText("live");
    assertThat(page.locator("li.row").first()).isVisible();
    assertThat(page.locator(".list-pane .hint")).hasCount(0);
    page.context().close();
  }

  @Test
  void searchShowsWhereAQueryIsWrongAndLeavesItToTheTypist() {
    Page page = open("search");
    Locator query = page.locator("input[name=q]");
    query.fill("peace ) truce");
    assertThat(page.locator(".wrong mark")).hasText(") truce");
    assertThat(query).hasAttribute("aria-invalid", "true");
    page.keyboard().type("s");
    assertThat(query).hasValue("peace ) truces");
    assertThat(page.locator(".exports a")).hasCount(0);
    page.context().close();
  }

  @Test
  void anAnswerThatComesLateReplacesNoNewerOne() {
    Page page = open("search");
    assertThat(page.locator("li.row").first()).isVisible();
    page.evaluate(
        "() => { const real = window.fetch; window.fetch = (path, options) =>"
            + " path.includes('wombat') ? new Promise((done) => setTimeout(done, 1500))"
            + ".then(() => real(path, options)) : real(path, options); }");
    page.locator("input[name=q]").fill("title:wombat");
    page.waitForTimeout(400);
    page.locator("input[name=q]").fill("title:voters");
    assertThat(page.locator("li.row")).hasCount(1);
    page.waitForTimeout(2_000);
    assertThat(page.locator("li.row")).hasCount(1);
    assertThat(page.locator("li.row")).containsText("Voters");
    page.context().close();
  }

  @Test
  void aWatchIsDeletedOnlyWhenAskedTwice() {
    Page page = open("watches");
    page.locator("input[name=name]").fill("Numbats");
    page.locator("input[name=query]").fill("title:numbat");
    page.locator("button.primary", new Page.LocatorOptions().setHasText("Save")).click();
    assertThat(page.locator(".saved")).hasText("Saved.");
    Locator row = page.locator("li.row", new Page.LocatorOptions().setHasText("Numbats"));
    row.locator("button").click();
    assertThat(row).hasClass("row chosen");
    Locator delete = page.locator(".editor button", new Page.LocatorOptions().setHasText("Delete"));
    delete.click();
    assertThat(delete).hasText("Delete for good?");
    page.locator("input[name=name]").focus();
    assertThat(delete).hasText("Delete");
    delete.click();
    delete.click();
    assertThat(row).hasCount(0);
    page.context().close();
  }

  @Test
  void volumeShowsTheLastWeekUnlessToldOtherwise() {
    Page page = open("live");
    Runnable volume = () -> page.locator("nav a").nth(2).click();
    String asked = page.waitForRequest(request -> request.url().contains("/counts?"), volume).url();
    assertThat(asked).contains("from=");
    Runnable all = () -> page.locator("select[name=days]").selectOption("all");
    asked = page.waitForRequest(request -> request.url().contains("/counts?"), all).url();
    assertThat(asked).doesNotContain("from=");
    assertThat(page.locator(".chart .canvas canvas")).hasCount(2);
    page.context().close();
  }
}

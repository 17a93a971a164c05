package io.dateline.serve.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.dateline.model.Article;
import io.dateline.serve.LineExtension;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reading with keys alone, on a small screen, and in scripts that run the other way. */
@ExtendWith(LineExtension.class)
class ReadingTest {
  private static final String HEADLINE = "القاهرة توقع اتفاقا (2026) مع روسيا";
  private static final Article ARABIC = Samples.article(260, "ar", HEADLINE, "نص قصير من API.");

  private static @Nullable Browser browser;

  private final ServedLine line;

  ReadingTest(ServedLine line) {
    this.line = line;
  }

  @BeforeAll
  static void storeSamples(ServedLine line) throws Exception {
    line.store(Samples.talks());
    line.store(Samples.election());
    line.store(Samples.enriched(ARABIC, "ar", List.of()));
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
  void aPhoneShowsTheListOrTheArticleAndGoesBack() {
    Page page = open("live");
    page.setViewportSize(380, 800);
    Locator row = page.locator("li.row .row-button").nth(1);
    for (boolean byKeyOfTheBrowser : List.of(false, true)) {
      row.click();
      assertThat(page.locator(".pane h2")).isVisible();
      assertThat(page.locator(".list-pane")).isHidden();
      assertThat(page.locator(".filters")).isHidden();
      if (byKeyOfTheBrowser) {
        page.goBack();
      } else {
        page.locator(".back").click();
      }
      assertThat(row).isFocused();
      assertThat(page.locator(".filters")).isVisible();
      assertThat(page.locator(".pane")).isHidden();
      assertThat(page).hasURL(line.uri("/#/live").toString());
    }
    page.context().close();
  }

  @Test
  void theListIsOneStopOfTheTabKeyAndTheArticleIsTheNext() {
    Page page = open("live");
    Locator rows = page.locator("li.row .row-button");
    rows.first().focus();
    page.keyboard().press("ArrowDown");
    assertThat(rows.nth(1)).isFocused();
    assertThat(rows.nth(1)).hasAttribute("aria-current", "true");
    assertThat(page.locator("li.row .row-button[tabindex='0']")).hasCount(1);
    page.keyboard().press("Tab");
    assertThat(page.locator(".pane")).isFocused();
    page.context().close();
  }

  @Test
  void theLinkOfAViewKeepsTheFocusWhenItIsFollowed() {
    Page page = open("live");
    Locator link = page.locator("nav a").nth(1);
    link.focus();
    page.keyboard().press("Enter");
    assertThat(link).hasAttribute("aria-current", "page");
    assertThat(link).isFocused();
    page.context().close();
  }

  @Test
  void whatRunsFromRightToLeftStandsAtTheRight() {
    Page page = open("article/" + ARABIC.uri().id());
    assertThat(page.locator("h2")).hasCSS("direction", "rtl");
    assertThat(page.locator(".text p").first()).hasCSS("direction", "rtl");
    page.navigate(line.uri("/#/search?lang=ar").toString());
    assertThat(page.locator(".headline").first()).hasCSS("direction", "rtl");
    assertThat(page.locator(".headline").first()).hasCSS("text-align", "start");
    page.context().close();
  }

  @Test
  void theTitleNamesWhatIsShown() {
    Page page = open("article/" + ARABIC.uri().id());
    assertThat(page).hasTitle(HEADLINE + " · Dateline");
    for (String nowhere : List.of("nowhere", "constructor")) {
      page.navigate(line.uri("/#/" + nowhere).toString());
      assertThat(page).hasTitle("There is no such page. · Dateline");
      assertThat(page.locator("main")).containsText("There is no such page.");
    }
    page.navigate(line.uri("/") + "#/story/%zz");
    assertThat(page.locator(".error")).containsText("Could not load");
    page.context().close();
  }

  @Test
  void timesAreWrittenAsInTheReadersCountry() {
    Page page = open("article/" + ARABIC.uri().id());
    assertThat(page.locator("time").first()).hasText(Pattern.compile("\\b\\d{2}:\\d{2}$"));
    page.context().close();
  }

  @Test
  void everyViewIsInReachAtAnyWidth() {
    Page page = open("live");
    for (int width : new int[] {380, 800, 1021, 1440}) {
      page.setViewportSize(width, 900);
      Object hidden =
          page.evaluate(
              "() => [...document.querySelectorAll('nav a')].filter((a) => {"
                  + " const at = a.getBoundingClientRect();"
                  + " return document.elementFromPoint(at.right - 2, at.top + at.height / 2) !== a;"
                  + " }).length");
      assertThat(hidden).as("links out of reach at " + width).isEqualTo(0);
    }
    page.context().close();
  }
}

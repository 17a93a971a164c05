package io.dateline.serve.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.dateline.serve.LineExtension;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Axe finds nothing serious in any view (WCAG 2.2 A and AA), in light and dark. */
@ExtendWith(LineExtension.class)
class AccessibilityTest {
  private static final double SETTLE_MILLIS = 500;
  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  private static @Nullable Browser browser;

  private final ServedLine line;

  AccessibilityTest(ServedLine line) {
    this.line = line;
  }

  @BeforeAll
  static void storeSamples(ServedLine line) throws Exception {
    line.store(Samples.talks());
    line.store(Samples.election());
    browser = Browser.open();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"live", "search?q=parliament", "volume", "watches", "sources", "pipeline", ""})
  void viewHasNoSeriousFinding(String view) {
    String shown = view.isEmpty() ? "article/" + Samples.talks().article().uri().id() : view;
    Page page = Objects.requireNonNull(browser).page(line.uri(""), "en-GB", ColorScheme.LIGHT);
    page.navigate(line.uri("/#/" + shown).toString());
    page.locator("main > *").first().waitFor();
    page.waitForTimeout(SETTLE_MILLIS);
    for (ColorScheme colors : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colors));
      assertThat(findings(page)).as(shown + " " + colors).isEmpty();
    }
    page.context().close();
  }

  private static List<String> findings(Page page) {
    return new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations()
            .stream()
            .filter(rule -> SERIOUS.contains(rule.getImpact()))
            .flatMap(rule -> rule.getNodes().stream().map(n -> rule.getId() + " " + n.getHtml()))
            .toList();
  }
}

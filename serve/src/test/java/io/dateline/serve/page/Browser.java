package io.dateline.serve.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;

/** The Chromium installed on this machine; tests are skipped with one line where there is none. */
final class Browser implements AutoCloseable {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> foreign = new CopyOnWriteArrayList<>();

  private Browser(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  static Browser open() {
    var found = PLACES.stream().filter(Files::isExecutable).findFirst();
    Assumptions.assumeTrue(found.isPresent(), "no chromium here: the page is not tested");
    return new Browser(found.orElseThrow());
  }

  /** A page that remembers every complaint of the console and every request to another host. */
  Page page(URI server, String language, ColorScheme colors) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setColorScheme(colors)
                .setViewportSize(1440, 900));
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.type() + ": " + message.text() + " at " + message.location());
      }
    });
    page.onPageError(error -> complaints.add("page error: " + error));
    page.onDialog(dialog -> {
      complaints.add("dialog: " + dialog.message());
      dialog.dismiss();
    });
    page.onRequest(request -> {
      if (!request.url().startsWith(server.toString())) {
        foreign.add(request.url());
      }
    });
    page.setDefaultTimeout(15_000);
    return page;
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  List<String> foreignRequests() {
    return List.copyOf(foreign);
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}

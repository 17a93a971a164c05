package io.dateline.ingest.extract;

import io.dateline.ingest.extract.body.Agencies;
import io.dateline.ingest.extract.body.Wordings;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.PageScanner;
import io.dateline.ingest.extract.scan.RoleTokens;
import io.dateline.ingest.extract.scan.TimeBudget;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Stage;
import java.util.List;
import java.util.function.LongSupplier;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Takes the article out of a page. Thread-safe; construct it once, it loads the word lists.
 *
 * <p>Pure: the same page and hints give the same result, unless the time budget runs out.
 */
public final class ArticleExtractor {

  private final ExtractLimits limits;
  private final LongSupplier ticker;
  private final PageDecoder decoder = new PageDecoder();
  private final RoleTokens tokens = new RoleTokens();
  private final PageReader reader;
  private final PlainTextReader plain;

  /** With {@link ExtractLimits#DEFAULT}. */
  public ArticleExtractor() {
    this(ExtractLimits.DEFAULT, System::nanoTime);
  }

  /**
   * With limits of your own.
   *
   * @param ticker monotonic nanoseconds, for the time budget only
   */
  public ArticleExtractor(ExtractLimits limits, LongSupplier ticker) {
    this.limits = limits;
    this.ticker = ticker;
    Wordings wordings = new Wordings();
    Agencies agencies = new Agencies();
    reader = new PageReader(wordings, agencies);
    plain = new PlainTextReader(wordings, agencies);
  }

  /** The article of a page, or why there is none. */
  public ExtractResult extract(PageBytes page) {
    return explain(page, false).result();
  }

  /** The same with the account of every block and field. */
  public Explained explain(PageBytes page) {
    return explain(page, true);
  }

  private Explained explain(PageBytes page, boolean trace) {
    if (page.bytes().length == 0) {
      return dropped(Reason.EMPTY, "no bytes", page.url());
    }
    if (page.bytes().length > limits.maxBytes()) {
      String detail = page.bytes().length + " bytes, limit " + limits.maxBytes();
      return dropped(Reason.TOO_LARGE, detail, page.url());
    }
    String html = decoder.decodeSlim(page).text();
    Parser parser = Parser.htmlParser().setMaxDepth(limits.maxDepth());
    return read(parser.parseInput(html, page.url()), page.url(), page.hints(), trace);
  }

  /**
   * The article of a document parsed elsewhere; the document is not changed.
   *
   * @param url the address it was fetched from
   */
  public ExtractResult extract(Document document, String url, Hints hints) {
    return read(document, url, hints, false).result();
  }

  /**
   * The article in plain text, as feeds and old archives deliver it.
   *
   * @param url the address it belongs to
   */
  public ExtractResult extractText(String text, String url, Hints hints) {
    if (text.isBlank()) {
      return dropped(Reason.EMPTY, "no text", url).result();
    }
    if (text.length() > limits.maxBytes()) {
      String detail = text.length() + " characters, limit " + limits.maxBytes();
      return dropped(Reason.TOO_LARGE, detail, url).result();
    }
    return plain.read(text, url, hints);
  }

  private Explained read(Document document, String url, Hints hints, boolean trace) {
    TimeBudget budget = new TimeBudget(ticker, limits.budget().toNanos());
    Page page = PageScanner.scan(document, tokens, budget, limits.maxElements());
    if (page.cutShort()) {
      return dropped(Reason.TOO_COMPLEX, "more elements or time than the limit", url);
    }
    Explained explained = reader.read(page, url, hints, budget, trace);
    return budget.spent()
        ? dropped(Reason.TOO_COMPLEX, "more time than " + limits.budget(), url)
        : explained;
  }

  private static Explained dropped(Reason reason, String detail, String url) {
    Rejection rejection = Rejection.of(Stage.EXTRACT, reason, detail, url);
    return new Explained(new ExtractResult.Dropped(rejection), List.of());
  }
}

package io.dateline.ingest.extract;

import io.dateline.ingest.extract.body.Agencies;
import io.dateline.ingest.extract.body.Wordings;
import io.dateline.ingest.extract.outlet.Outlet;
import io.dateline.ingest.extract.outlet.Outlets;
import io.dateline.ingest.extract.outlet.Said;
import io.dateline.ingest.extract.outlet.Selectors;
import io.dateline.ingest.extract.scan.Marked;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.PageScanner;
import io.dateline.ingest.extract.scan.RoleTokens;
import io.dateline.ingest.extract.scan.TimeBudget;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Stage;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Takes the article out of a page. Thread-safe; construct it once, it loads the word lists.
 *
 * <p>Pure: the same page and hints give the same result, unless the time budget runs out.
 */
public final class ArticleExtractor {

  private final ExtractLimits limits;
  private final LongSupplier ticker;
  private final PageDecoder decoder;
  private final RoleTokens tokens;
  private final PageReader reader;
  private final PlainTextReader plain;
  private final Outlets outlets;

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
    decoder = new PageDecoder();
    tokens = new RoleTokens();
    Wordings wordings = new Wordings();
    Agencies agencies = new Agencies();
    reader = new PageReader(tokens, wordings, agencies);
    plain = new PlainTextReader(wordings, agencies);
    outlets = Outlets.NONE;
  }

  private ArticleExtractor(ArticleExtractor like, Outlets outlets) {
    limits = like.limits;
    ticker = like.ticker;
    decoder = like.decoder;
    tokens = like.tokens;
    reader = like.reader;
    plain = like.plain;
    this.outlets = outlets;
  }

  /** The same with selectors for these outlets in place of others; shares the word lists. */
  public ArticleExtractor with(Outlets others) {
    return new ArticleExtractor(this, others);
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
    boolean slim = outlets.isEmpty() || (isWeb(page.url()) && outlets.of(page.url()) == null);
    PageDecoder.Markup markup = slim ? decoder.slimMarkup(page) : decoder.markup(page);
    int maxTags = limits.maxTags(page.bytes().length);
    if (markup.tags() > maxTags) {
      String detail = "more than " + maxTags + " tags in " + page.bytes().length + " bytes";
      return dropped(Reason.TOO_COMPLEX, detail, page.url());
    }
    Parser parser = Parser.htmlParser().setMaxDepth(limits.maxDepth());
    Document document = parser.parseInput(markup.html(), page.url());
    LocalDate seen = page.seen() == null ? null : LocalDate.ofInstant(page.seen(), ZoneOffset.UTC);
    Said said = slim ? Said.nothing() : said(document, page.url(), page.hints(), seen);
    Supplier<String> whole = () -> slim ? decoder.decode(page).text() : markup.html();
    return read(new Source(document, whole, page.url(), page.hints()), said, trace);
  }

  private static boolean isWeb(String url) {
    return url.startsWith("http");
  }

  /**
   * What the outlet's selectors find. The version is that of the day when the page was fetched,
   * else of its publication. A page that was saved as a file is of the outlet that it names itself.
   */
  private Said said(Document document, String url, Hints hints, @Nullable LocalDate seen) {
    Element canonical = isWeb(url) ? null : document.selectFirst("link[rel=canonical]");
    Outlet outlet = outlets.of(canonical == null ? url : canonical.attr("href"));
    if (outlet == null) {
      return Said.nothing();
    }
    LocalDate day = seen;
    if (day == null && hints.date() != null) {
      day = hints.date().toLocalDate();
    } else if (day == null && outlet.versions().size() > 1) {
      Source source = new Source(document, document::outerHtml, url, hints);
      day = published(read(source, Said.nothing(), false).result());
    }
    Selectors selectors = outlet.on(day);
    return selectors == null ? Said.nothing() : Said.of(outlet, selectors, document);
  }

  private static @Nullable LocalDate published(ExtractResult result) {
    return switch (result) {
      case ExtractResult.Extracted extracted -> {
        OffsetDateTime at = extracted.article().dates().latest();
        yield at == null ? null : at.toLocalDate();
      }
      case ExtractResult.Dropped _ -> null;
    };
  }

  /**
   * The article of a document parsed elsewhere; the document is not changed.
   *
   * @param url the address it was fetched from
   */
  public ExtractResult extract(Document document, String url, Hints hints) {
    Source source = new Source(document, document::outerHtml, url, hints);
    return read(source, said(document, url, hints, null), false).result();
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

  /** A page as it is read; the whole of it, scripts too, is only made when it is asked for. */
  private record Source(Document document, Supplier<String> whole, String url, Hints hints) {}

  private Explained read(Source source, Said said, boolean trace) {
    TimeBudget budget = new TimeBudget(ticker, limits.budget().toNanos());
    Marked marked = new Marked(said.body(), said.removed());
    Page page = PageScanner.scan(source.document, tokens, budget, limits.maxElements(), marked);
    if (page.cutShort()) {
      return dropped(Reason.TOO_COMPLEX, "more elements or time than the limit", source.url);
    }
    Explained explained =
        reader.read(
            page, new PageReader.Task(source.url, source.hints, said, source.whole, budget, trace));
    return budget.spent()
        ? dropped(Reason.TOO_COMPLEX, "more time than " + limits.budget(), source.url)
        : explained;
  }

  private static Explained dropped(Reason reason, String detail, String url) {
    Rejection rejection = Rejection.of(Stage.EXTRACT, reason, detail, url);
    return new Explained(new ExtractResult.Dropped(rejection), List.of());
  }
}

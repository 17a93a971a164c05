package io.dateline.ingest;

import io.dateline.ingest.extract.ArticleExtractor;
import io.dateline.ingest.extract.ExtractResult;
import io.dateline.ingest.extract.Hints;
import io.dateline.ingest.extract.PageBytes;
import io.dateline.ingest.feed.FeedEntry;
import io.dateline.ingest.feed.FeedReader;
import io.dateline.ingest.feed.FeedResult;
import io.dateline.ingest.feed.ParsedFeed;
import io.dateline.ingest.fetch.FetchRequest;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.fetch.HttpFetcher;
import io.dateline.ingest.fetch.Kind;
import io.dateline.ingest.fetch.PoliteFetcher;
import io.dateline.ingest.fetch.Validators;
import io.dateline.ingest.sitemap.SitemapReader;
import io.dateline.ingest.sitemap.SitemapResult;
import io.dateline.model.Article;
import io.dateline.runtime.outbound.PrivateHosts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells what an address would give as a source, and why not. Behind {@code source check URL}. */
public final class SourceCheck implements AutoCloseable {

  /** Entries shown of each feed. */
  private static final int SHOWN = 3;

  private final HttpFetcher http;
  private final PoliteFetcher fetcher;
  private final PrivateHosts privateHosts;
  private final ArticleExtractor extractor = new ArticleExtractor();

  /**
   * A check with the settings of an ingest process.
   *
   * @param privateHosts hosts that may be private
   */
  public SourceCheck(IngestSettings settings, PrivateHosts privateHosts) {
    InstantSource clock = InstantSource.system();
    http = new HttpFetcher(settings.userAgent(), settings.limits(), settings.lookup(), clock);
    fetcher = new PoliteFetcher(http, settings.politeness(), clock);
    this.privateHosts = privateHosts;
  }

  /**
   * What was found.
   *
   * @param works whether the address would give articles
   * @param lines for people
   */
  public record Report(boolean works, List<String> lines) {

    /** Copies the lines. */
    public Report {
      lines = List.copyOf(lines);
    }
  }

  /** Fetches the address, politely, and what it leads to. */
  public Report check(String url) throws InterruptedException {
    FetchResult result = fetcher.get(request(url, Kind.PAGE));
    return switch (result) {
      case FetchResult.Fetched fetched -> found(fetched);
      case FetchResult.Failed failed -> no(url, failed.reason().id() + ": " + failed.detail());
      case FetchResult.Disallowed no -> no(url, "disallowed: " + no.detail());
      case FetchResult.Postponed later -> no(url, "the host asks to wait " + later.pause());
      case FetchResult.NotModified same -> no(url, "304 to a request without validators");
      case FetchResult.Redirected lost -> no(url, "redirected to " + lost.location());
    };
  }

  private FetchRequest request(String url, Kind kind) {
    return new FetchRequest(url, kind, Validators.NONE, null, privateHosts);
  }

  private static Report no(String url, String why) {
    return new Report(false, List.of(url, "  gives nothing: " + why));
  }

  private Report found(FetchResult.Fetched fetched) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    lines.add(fetched.url());
    fetched.hops().forEach(hop -> lines.add("  redirected from " + hop));
    if (SitemapReader.isSitemap(fetched.body(), fetched.contentType())) {
      return new Report(sitemap(fetched, lines), lines);
    }
    FeedResult feed = FeedReader.read(fetched.body(), fetched.contentType(), fetched.url());
    boolean works =
        switch (feed) {
          case FeedResult.Parsed parsed -> describe(parsed.feed(), lines);
          case FeedResult.Bad bad -> page(fetched, lines);
        };
    return new Report(works, lines);
  }

  private static boolean sitemap(FetchResult.Fetched fetched, List<String> lines) {
    return switch (SitemapReader.read(fetched.body(), fetched.contentType(), fetched.url())) {
      case SitemapResult.Pages pages -> {
        lines.add("  a sitemap of " + pages.urls().size() + " pages");
        yield !pages.urls().isEmpty();
      }
      case SitemapResult.Index index -> {
        lines.add("  an index of " + index.sitemaps().size() + " sitemaps");
        yield !index.sitemaps().isEmpty();
      }
      case SitemapResult.Bad bad -> {
        lines.add("  gives nothing: " + bad.detail());
        yield false;
      }
    };
  }

  private static boolean describe(ParsedFeed feed, List<String> lines) {
    lines.add(
        String.format(
            Locale.ROOT,
            "  %s feed \"%s\", language %s, %d entries",
            feed.format().name().toLowerCase(Locale.ROOT),
            feed.title(),
            feed.language(),
            feed.entries().size()));
    for (FeedEntry entry : feed.entries().subList(0, Math.min(SHOWN, feed.entries().size()))) {
      lines.add("    " + entry.published() + "  " + entry.title() + "  " + entry.page());
    }
    return !feed.entries().isEmpty();
  }

  private boolean page(FetchResult.Fetched fetched, List<String> lines)
      throws InterruptedException {
    PageBytes bytes =
        new PageBytes(fetched.body(), fetched.url(), fetched.contentType(), Hints.NONE);
    boolean works =
        switch (extractor.extract(bytes)) {
          case ExtractResult.Extracted extracted -> describe(extracted.article(), lines);
          case ExtractResult.Dropped dropped -> {
            lines.add("  no article: " + dropped.rejection().detail());
            yield false;
          }
        };
    int links = Discovery.articles(fetched);
    if (links > 0) {
      lines.add("  as a section page (kind: section): " + links + " article links");
    }
    works |= links > 0;
    for (String address : Discovery.feeds(fetched)) {
      works |= linked(address, lines);
    }
    return works;
  }

  private boolean linked(String address, List<String> lines) throws InterruptedException {
    FetchResult result = fetcher.get(request(address, Kind.FEED));
    if (!(result instanceof FetchResult.Fetched fetched)) {
      lines.add("  linked feed " + address + " gives nothing: " + result);
      return false;
    }
    lines.add("  linked feed " + address);
    return switch (FeedReader.read(fetched.body(), fetched.contentType(), fetched.url())) {
      case FeedResult.Parsed parsed -> describe(parsed.feed(), lines);
      case FeedResult.Bad bad -> {
        lines.add("    gives nothing: " + bad.detail());
        yield false;
      }
    };
  }

  private static boolean describe(Article article, List<String> lines) {
    lines.add("  an article: \"" + article.text().headline() + "\"");
    lines.add("    uri " + article.uri());
    lines.add("    published " + article.dates().firstCreated());
    lines.add("    " + article.text().paragraphs().size() + " paragraphs");
    return true;
  }

  @Override
  public void close() {
    http.close();
  }
}

package io.dateline.ingest;

import static java.util.Objects.requireNonNullElse;

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
import io.dateline.ingest.sitemap.SitemapUrl;
import io.dateline.ingest.source.Feed;
import io.dateline.model.Article;
import io.dateline.runtime.outbound.PrivateHosts;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells what an address would give as a source, and why not. Behind {@code source check URL}. */
public final class SourceCheck implements AutoCloseable {

  /** Entries shown of each feed. */
  private static final int SHOWN = 3;

  /** Most sitemaps that robots.txt names, and most sections, that are looked into. */
  private static final int MAX_LOOKED_INTO = 5;

  private final HttpFetcher http;
  private final PoliteFetcher fetcher;
  private final PrivateHosts privateHosts;
  private final ArticleExtractor extractor;

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
    extractor = new ArticleExtractor().with(settings.selectors());
  }

  /** Fetches the address, politely, and what it leads to. */
  public SourceReport check(String url) throws InterruptedException {
    FetchResult result = fetcher.get(request(url, Kind.PAGE));
    if (!(result instanceof FetchResult.Fetched fetched)) {
      return new SourceReport(List.of(url), List.of(nothing(url, Feed.Kind.AUTO, result)));
    }
    List<String> head = new ArrayList<>(List.of(fetched.url()));
    fetched.hops().forEach(hop -> head.add("  redirected from " + hop));
    if (SitemapReader.isSitemap(fetched.body(), fetched.contentType())) {
      return new SourceReport(head, List.of(sitemap(fetched)));
    }
    FeedResult feed = FeedReader.read(fetched.body(), fetched.contentType(), fetched.url());
    List<SourceReport.Finding> found =
        switch (feed) {
          case FeedResult.Parsed parsed -> List.of(feed(fetched.url(), parsed.feed()));
          case FeedResult.Bad bad -> page(fetched);
        };
    return new SourceReport(head, found);
  }

  private FetchRequest request(String url, Kind kind) {
    return new FetchRequest(url, kind, Validators.NONE, null, privateHosts);
  }

  private static SourceReport.Finding nothing(String url, Feed.Kind kind, FetchResult result) {
    String why =
        switch (result) {
          case FetchResult.Fetched fetched -> "nothing of use";
          case FetchResult.Failed failed -> failed.reason().id() + ": " + failed.detail();
          case FetchResult.Disallowed no -> "disallowed: " + no.detail();
          case FetchResult.Postponed later -> "the host asks to wait " + later.pause();
          case FetchResult.NotModified same -> "304 to a request without validators";
          case FetchResult.Redirected lost -> "redirected to " + lost.location();
        };
    return nothing(url, kind, why);
  }

  private static SourceReport.Finding nothing(String url, Feed.Kind kind, String why) {
    return new SourceReport.Finding(
        new Feed(url, kind), List.of(url + " gives nothing: " + why), false);
  }

  private static SourceReport.Finding sitemap(FetchResult.Fetched fetched) {
    String url = fetched.url();
    return switch (SitemapReader.read(fetched.body(), fetched.contentType(), url)) {
      case SitemapResult.Pages pages -> {
        long titled = pages.urls().stream().filter(u -> u.title() != null).count();
        List<String> lines = new ArrayList<>();
        String kind = titled > 0 ? "a news sitemap" : "a sitemap";
        lines.add(url + " is " + kind + " of " + pages.urls().size() + " pages");
        for (SitemapUrl page : pages.urls().subList(0, Math.min(SHOWN, pages.urls().size()))) {
          lines.add(line(page.published(), page.title(), page.loc()));
        }
        yield new SourceReport.Finding(
            new Feed(url, Feed.Kind.SITEMAP), lines, !pages.urls().isEmpty());
      }
      case SitemapResult.Index index ->
          new SourceReport.Finding(
              new Feed(url, Feed.Kind.SITEMAP),
              List.of(url + " is an index of " + index.sitemaps().size() + " sitemaps"),
              !index.sitemaps().isEmpty());
      case SitemapResult.Bad bad -> nothing(url, Feed.Kind.SITEMAP, bad.detail());
    };
  }

  private static String line(
      @Nullable OffsetDateTime published, @Nullable String title, @Nullable String page) {
    return "  "
        + requireNonNullElse(published, "undated")
        + "  "
        + requireNonNullElse(title, "untitled")
        + "  "
        + requireNonNullElse(page, "in the feed itself");
  }

  private static SourceReport.Finding feed(String url, ParsedFeed feed) {
    List<String> lines = new ArrayList<>();
    String format = feed.format().name().toLowerCase(Locale.ROOT);
    lines.add(
        "%s is a %s feed \"%s\", language %s, %d entries"
            .formatted(
                url,
                format,
                requireNonNullElse(feed.title(), ""),
                requireNonNullElse(feed.language(), "not told"),
                feed.entries().size()));
    for (FeedEntry entry : feed.entries().subList(0, Math.min(SHOWN, feed.entries().size()))) {
      lines.add(line(entry.published(), entry.title(), entry.page()));
    }
    return new SourceReport.Finding(
        new Feed(url, Feed.Kind.AUTO), lines, !feed.entries().isEmpty());
  }

  /** A page: itself, the feeds it links, the sitemaps of its host, and its sections. */
  private List<SourceReport.Finding> page(FetchResult.Fetched fetched) throws InterruptedException {
    List<SourceReport.Finding> found = new ArrayList<>();
    found.add(article(fetched));
    Discovery links = Discovery.of(fetched);
    found.add(section(fetched.url(), links));
    for (String address : links.feeds()) {
      found.add(linked(address));
    }
    List<String> sitemaps = fetcher.sitemaps(request(fetched.url(), Kind.PAGE));
    for (String address : sitemaps.subList(0, Math.min(MAX_LOOKED_INTO, sitemaps.size()))) {
      FetchResult result = fetcher.get(request(address, Kind.SITEMAP));
      found.add(
          result instanceof FetchResult.Fetched map
              ? sitemap(map)
              : nothing(address, Feed.Kind.SITEMAP, result));
    }
    for (String address : links.sections(MAX_LOOKED_INTO)) {
      FetchResult result = fetcher.get(request(address, Kind.PAGE));
      found.add(
          result instanceof FetchResult.Fetched page
              ? section(page.url(), Discovery.of(page))
              : nothing(address, Feed.Kind.SECTION, result));
    }
    return found;
  }

  private static SourceReport.Finding section(String url, Discovery links) {
    return new SourceReport.Finding(
        new Feed(url, Feed.Kind.SECTION),
        List.of(url + " as a section page (kind: section) has " + links.articles() + " articles"),
        links.articles() > 0);
  }

  private SourceReport.Finding linked(String address) throws InterruptedException {
    FetchResult result = fetcher.get(request(address, Kind.FEED));
    if (!(result instanceof FetchResult.Fetched fetched)) {
      return nothing(address, Feed.Kind.AUTO, result);
    }
    return switch (FeedReader.read(fetched.body(), fetched.contentType(), fetched.url())) {
      case FeedResult.Parsed parsed -> feed(address, parsed.feed());
      case FeedResult.Bad bad -> nothing(address, Feed.Kind.AUTO, bad.detail());
    };
  }

  private SourceReport.Finding article(FetchResult.Fetched fetched) {
    PageBytes bytes =
        new PageBytes(fetched.body(), fetched.url(), fetched.contentType(), Hints.NONE);
    return switch (extractor.extract(bytes)) {
      case ExtractResult.Extracted extracted -> {
        Article article = extracted.article();
        List<String> lines =
            List.of(
                fetched.url() + " is an article: \"" + article.text().headline() + "\"",
                "  uri " + article.uri(),
                "  published "
                    + requireNonNullElse(article.dates().firstCreated(), "at an unknown time"),
                "  " + article.text().paragraphs().size() + " paragraphs");
        yield new SourceReport.Finding(new Feed(fetched.url(), Feed.Kind.PAGE), lines, true);
      }
      case ExtractResult.Dropped dropped -> {
        String why = requireNonNullElse(dropped.rejection().detail(), "no text");
        yield new SourceReport.Finding(
            new Feed(fetched.url(), Feed.Kind.PAGE),
            List.of(fetched.url() + " is no article: " + why),
            false);
      }
    };
  }

  @Override
  public void close() {
    http.close();
  }
}

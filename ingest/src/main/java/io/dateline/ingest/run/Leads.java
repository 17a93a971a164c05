package io.dateline.ingest.run;

import io.dateline.ingest.feed.FeedEntry;
import io.dateline.ingest.feed.FeedReader;
import io.dateline.ingest.feed.FeedResult;
import io.dateline.ingest.feed.ParsedFeed;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.frontier.Lead;
import io.dateline.ingest.section.SectionReader;
import io.dateline.ingest.sitemap.SitemapReader;
import io.dateline.ingest.sitemap.SitemapResult;
import io.dateline.ingest.sitemap.SitemapUrl;
import io.dateline.ingest.source.Feed;
import io.dateline.ingest.source.Source;
import io.dateline.ingest.url.Urls;
import io.dateline.model.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** What the document of a feed says of articles, whatever kind it is. Pure. */
sealed interface Leads {

  /** Most sitemaps of an index looked into at one poll: those changed last. */
  int MAX_SITEMAPS = 10;

  /**
   * Articles.
   *
   * @param leads those the source may publish, each address once
   * @param hub address of the feed's WebSub hub
   * @param self address of the feed as it states it
   */
  record Found(List<Lead> leads, @Nullable String hub, @Nullable String self) implements Leads {

    /** Without hub. */
    Found(List<Lead> leads) {
      this(leads, null, null);
    }
  }

  /**
   * Further documents to look into.
   *
   * @param sitemaps absolute addresses
   */
  record Further(List<String> sitemaps) implements Leads {}

  /**
   * Nothing.
   *
   * @param reason bounded
   * @param detail for people
   */
  record None(Reason reason, String detail) implements Leads {}

  /** Reads a fetched document as the kind that the feed says it is. */
  static Leads read(Feed feed, FetchResult.Fetched fetched, Source source) {
    return switch (feed.kind()) {
      case SITEMAP -> sitemap(fetched, source);
      case SECTION -> section(fetched, source);
      case PAGE -> new Found(own(List.of(Lead.of(feed.url())), source));
      case WIRE -> new None(Reason.UNSUPPORTED_TYPE, "a wire is not fetched");
      case AUTO ->
          SitemapReader.isSitemap(fetched.body(), fetched.contentType())
              ? sitemap(fetched, source)
              : feed(fetched, source);
    };
  }

  private static Leads feed(FetchResult.Fetched fetched, Source source) {
    return switch (FeedReader.read(fetched.body(), fetched.contentType(), fetched.url())) {
      case FeedResult.Bad bad -> new None(bad.reason(), bad.detail());
      case FeedResult.Parsed parsed -> {
        ParsedFeed feed = parsed.feed();
        yield new Found(
            own(feed.entries().stream().map(e -> lead(e, feed, fetched.url())).toList(), source),
            feed.hub(),
            feed.self());
      }
    };
  }

  private static Lead lead(FeedEntry entry, ParsedFeed feed, String feedUrl) {
    String language = entry.language() == null ? feed.language() : entry.language();
    String page = Urls.canonical(String.valueOf(entry.page()));
    return new Lead(
        page == null ? InFeed.uri(entry, feedUrl) : page,
        entry.title(),
        entry.published() == null ? entry.updated() : entry.published(),
        entry.summary() == null ? null : Jsoup.parse(entry.summary()).text(),
        language,
        entry.content());
  }

  private static Leads sitemap(FetchResult.Fetched fetched, Source source) {
    return switch (SitemapReader.read(fetched.body(), fetched.contentType(), fetched.url())) {
      case SitemapResult.Bad bad -> new None(bad.reason(), bad.detail());
      case SitemapResult.Index index ->
          new Further(
              index.sitemaps().stream()
                  .sorted(Comparator.comparing(Leads::changed).reversed())
                  .limit(MAX_SITEMAPS)
                  .map(SitemapUrl::loc)
                  .filter(source::owns)
                  .toList());
      case SitemapResult.Pages pages ->
          new Found(
              own(
                  pages.urls().stream()
                      .sorted(Comparator.comparing(Leads::changed).reversed())
                      .map(u ->
                          new Lead(u.loc(), u.title(), u.published(), null, u.language(), null))
                      .toList(),
                  source));
    };
  }

  private static OffsetDateTime changed(SitemapUrl url) {
    OffsetDateTime latest = url.published() == null ? url.lastModified() : url.published();
    return latest == null ? OffsetDateTime.MIN : latest;
  }

  private static Leads section(FetchResult.Fetched fetched, Source source) {
    try {
      var page = Jsoup.parse(new ByteArrayInputStream(fetched.body()), null, fetched.url());
      List<Lead> leads = new ArrayList<>();
      for (SectionReader.Link link : SectionReader.read(page, fetched.url())) {
        leads.add(new Lead(link.url(), link.title(), null, null, null, null));
      }
      return new Found(own(leads, source));
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail: " + fetched.url(), e);
    }
  }

  /** Those on hosts of the source, under their canonical address, each once. */
  private static List<Lead> own(List<Lead> leads, Source source) {
    List<Lead> own = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Lead lead : leads) {
      boolean inFeed = InFeed.is(lead.url());
      String url = inFeed ? lead.url() : Urls.canonical(lead.url());
      if (inFeed && lead.content() == null) {
        continue; // neither a page nor a text
      }
      if (url != null && (inFeed || source.owns(url)) && seen.add(url)) {
        own.add(
            new Lead(
                url, lead.title(), lead.date(), lead.summary(), lead.language(), lead.content()));
      }
    }
    return own;
  }
}

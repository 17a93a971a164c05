package io.dateline.ingest.run;

import io.dateline.ingest.fetch.FetchRequest;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.fetch.Kind;
import io.dateline.ingest.fetch.PoliteFetcher;
import io.dateline.ingest.fetch.Validators;
import io.dateline.ingest.frontier.Lead;
import io.dateline.ingest.source.Feed;
import io.dateline.ingest.source.Source;
import io.dateline.runtime.outbound.PrivateHosts;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the documents of a source's feeds. */
final class FeedFetch {

  private static final Logger LOG = LoggerFactory.getLogger(FeedFetch.class);

  private final Source source;
  private final PoliteFetcher fetcher;

  FeedFetch(Source source, PoliteFetcher fetcher) {
    this.source = source;
    this.fetcher = fetcher;
  }

  /** The document of a feed, from where it is now. */
  FetchResult get(String address, Feed feed, Validators validators) throws InterruptedException {
    return fetcher.get(request(address, feed, validators));
  }

  private FetchRequest request(String address, Feed feed, Validators validators) {
    return new FetchRequest(
        address, kind(feed), validators, source.id(), new PrivateHosts(source.privateHosts()));
  }

  private static Kind kind(Feed feed) {
    return switch (feed.kind()) {
      case AUTO -> Kind.FEED;
      case SITEMAP -> Kind.SITEMAP;
      case SECTION, PAGE -> Kind.PAGE;
      case WIRE -> throw new IllegalArgumentException(feed.url() + " is no web address");
    };
  }

  /** The pages of one sitemap of an index; indexes inside indexes are not followed. */
  List<Lead> sitemap(String sitemap) throws InterruptedException {
    Feed feed = new Feed(sitemap, Feed.Kind.SITEMAP);
    FetchResult result = get(sitemap, feed, Validators.NONE);
    if (result instanceof FetchResult.Fetched fetched
        && Leads.read(feed, fetched, source) instanceof Leads.Found leads) {
      return leads.leads();
    }
    LOG.warn("source {}: sitemap {} gives nothing: {}", source.id(), sitemap, describe(result));
    return List.of();
  }

  private static String describe(FetchResult result) {
    return switch (result) {
      case FetchResult.Fetched fetched -> "not a sitemap of pages";
      case FetchResult.Failed failed -> failed.detail();
      case FetchResult.Disallowed no -> no.detail();
      case FetchResult.NotModified same -> "304";
      case FetchResult.Postponed postponed -> "the host asks to wait " + postponed.pause();
      case FetchResult.Redirected lost -> "redirected to " + lost.location();
    };
  }
}

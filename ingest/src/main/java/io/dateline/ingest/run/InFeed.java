package io.dateline.ingest.run;

import io.dateline.ingest.extract.Hints;
import io.dateline.ingest.extract.PageBytes;
import io.dateline.ingest.feed.FeedEntry;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.fetch.Validators;
import io.dateline.ingest.frontier.Lead;
import io.dateline.ingest.source.Source;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Provenance;
import io.dateline.model.Rights;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.nodes.Entities;

/**
 * Articles whose text stands in the feed itself: entries without a page, and pages that robots.txt
 * or the server closes to us. Pure.
 */
final class InFeed {

  /** Behind the address of the feed: canonical addresses of pages never have a fragment. */
  private static final String ENTRY = "#entry-";

  /** No server sends this parameter. */
  private static final String TYPE = "text/html; charset=utf-8; dateline=feed-entry";

  private InFeed() {}

  /** Names an entry without a page: its own id when that is a URI, else one made of it. */
  static String uri(FeedEntry entry, String feedUrl) {
    String id = entry.id();
    if (id != null && isUri(id) && !isWeb(id)) {
      return id;
    }
    String name = id == null ? entry.title() + " " + entry.published() : id;
    return feedUrl.replaceFirst("#.*", "")
        + ENTRY
        + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isUri(String id) {
    try {
      return new URI(id).isAbsolute();
    } catch (URISyntaxException e) {
      return false; // an id of another kind
    }
  }

  private static boolean isWeb(String url) {
    return url.toLowerCase(Locale.ROOT).startsWith("http");
  }

  /** Whether an address names an entry without a page. */
  static boolean is(String url) {
    return !isWeb(url) || url.contains(ENTRY);
  }

  /** Whether the outlet closes the page, so that only the feed's own text may be used. */
  static boolean isClosed(FetchResult result) {
    return switch (result) {
      case FetchResult.Disallowed no -> no.retry() == null;
      case FetchResult.Failed failed ->
          failed.status() == 401
              || failed.status() == 402
              || failed.status() == 403
              || failed.status() == 451;
      case FetchResult.Fetched _ -> false;
      case FetchResult.NotModified _ -> false;
      case FetchResult.Postponed _ -> false;
      case FetchResult.Redirected _ -> false;
    };
  }

  /** The entry as a page of its own. */
  static PageBytes page(Lead lead, Hints hints) {
    String title = Entities.escape(lead.title() == null ? "" : lead.title());
    String html =
        "<!doctype html><html lang=\""
            + (hints.language() == null ? "und" : Entities.escape(hints.language()))
            + "\"><head><title>"
            + title
            + "</title><meta property=\"og:type\" content=\"article\"></head><body><article><h1>"
            + title
            + "</h1>"
            + lead.content()
            + "</article></body></html>";
    return new PageBytes(html.getBytes(StandardCharsets.UTF_8), lead.url(), TYPE, hints);
  }

  /** The same as an answer: nobody was asked, so there are neither hops nor validators. */
  static FetchResult.Fetched fetched(PageBytes page) {
    return new FetchResult.Fetched(
        page.url(), List.of(), null, TYPE, page.bytes(), Validators.NONE, List.of(), List.of());
  }

  /** Whether an answer is one of {@link #fetched}. */
  static boolean isOf(FetchResult.Fetched answer) {
    return TYPE.equals(answer.contentType());
  }

  /** The article under the name of its entry. */
  static Article article(Article extracted, Lead lead, Source source, Instant now) {
    Rights rights = extracted.rights();
    String terms = rights.usageTerms() == null ? source.rights() : rights.usageTerms();
    return extracted.toBuilder()
        .uri(new ArticleUri(lead.url()))
        .provenance(
            new Provenance(
                source.id(), lead.url(), null, null, extracted.provenance().contentHash(), now))
        .rights(
            new Rights(
                rights.notice(), terms, rights.optOuts(), rights.access(), rights.accessReason()))
        .build();
  }
}

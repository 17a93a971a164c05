package io.dateline.ingest.run;

import io.dateline.ingest.feed.FeedEntry;
import io.dateline.ingest.feed.FeedReader;
import io.dateline.ingest.feed.FeedResult;
import io.dateline.ingest.feed.ParsedFeed;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.frontier.Lead;
import io.dateline.ingest.source.Feed;
import io.dateline.ingest.source.Source;
import io.dateline.ingest.url.Urls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;

/** What a feed's document says of articles. */
final class Leads {

  private Leads() {}

  static FeedResult read(Feed feed, FetchResult.Fetched fetched) {
    return FeedReader.read(fetched.body(), fetched.contentType(), fetched.url());
  }

  static List<Lead> of(ParsedFeed feed, Source source) {
    List<Lead> leads = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (FeedEntry entry : feed.entries()) {
      String url = entry.link() == null ? null : Urls.canonical(entry.link());
      if (url != null && source.owns(url) && seen.add(url)) {
        String language = entry.language() == null ? feed.language() : entry.language();
        leads.add(
            new Lead(
                url,
                entry.title(),
                entry.published() == null ? entry.updated() : entry.published(),
                entry.summary() == null ? null : Jsoup.parse(entry.summary()).text(),
                language,
                null));
      }
    }
    return leads;
  }
}

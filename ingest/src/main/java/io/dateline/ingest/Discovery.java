package io.dateline.ingest;

import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.section.SectionReader;
import io.dateline.ingest.url.Urls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Feeds that a page names in its head. */
final class Discovery {

  private static final int MAX_FEEDS = 10;

  private Discovery() {}

  /** Links to articles, were it watched as a section page. */
  static int articles(FetchResult.Fetched page) {
    return SectionReader.read(parse(page), page.url()).size();
  }

  private static Document parse(FetchResult.Fetched page) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(page.body()), null, page.url());
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail: " + page.url(), e);
    }
  }

  static List<String> feeds(FetchResult.Fetched page) {
    Document document = parse(page);
    List<String> found = new ArrayList<>();
    String types = "link[rel~=(?i)\\balternate\\b][type~=(?i)(rss|atom|feed\\+json)]";
    for (Element link : document.select(types)) {
      String address = Urls.resolve(page.url(), link.attr("href"));
      if (address != null && !found.contains(address) && found.size() < MAX_FEEDS) {
        found.add(address);
      }
    }
    return found;
  }
}

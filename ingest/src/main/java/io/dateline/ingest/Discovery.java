package io.dateline.ingest;

import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.section.SectionReader;
import io.dateline.ingest.url.Urls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page links that can be watched. */
final class Discovery {

  private static final int MAX_FEEDS = 10;

  private static final String FEED_LINKS =
      "link[rel~=(?i)\\balternate\\b][type~=(?i)(rss|atom|feed\\+json)]";

  private static final String NAVIGATION_LINKS = "nav a[href], header a[href], [role=navigation] a";

  /** One or two words: a section, rarely anything else. */
  private static final Pattern SECTION = Pattern.compile("/[a-z-]{2,30}(?:/[a-z-]{2,30})?/?");

  private static final Pattern NO_SECTION =
      Pattern.compile(
          "(?i).*/(?:login|signin|register|account|abo|subscribe|newsletter|impressum|datenschutz|"
              + "privacy|terms|agb|contact|kontakt|about|ueber-uns|suche|search|shop|jobs|faq|"
              + "help|hilfe|rss|app|apps|podcasts?|videos?|live)(?:/.*|$)");

  private final Document page;
  private final String url;

  private Discovery(Document page, String url) {
    this.page = page;
    this.url = url;
  }

  static Discovery of(FetchResult.Fetched page) {
    try {
      return new Discovery(
          Jsoup.parse(new ByteArrayInputStream(page.body()), null, page.url()), page.url());
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail: " + page.url(), e);
    }
  }

  /** Links to articles, were it watched as a section page. */
  int articles() {
    return SectionReader.read(page, url).size();
  }

  /** Feeds that the page names in its head. */
  List<String> feeds() {
    List<String> found = new ArrayList<>();
    for (Element link : page.select(FEED_LINKS)) {
      add(found, Urls.resolve(url, link.attr("href")), MAX_FEEDS);
    }
    return found;
  }

  /** Pages of its navigation that look like sections of the same site. */
  List<String> sections(int most) {
    List<String> found = new ArrayList<>();
    String site = Urls.site(url);
    for (Element link : page.select(NAVIGATION_LINKS)) {
      String address = Urls.canonical(String.valueOf(Urls.resolve(url, link.attr("href"))));
      String path = address == null ? "" : address.replaceFirst("^[a-z]+://[^/]*", "");
      boolean section = SECTION.matcher(path).matches() && !NO_SECTION.matcher(path).matches();
      if (section && site != null && site.equals(Urls.site(String.valueOf(address)))) {
        add(found, address, most);
      }
    }
    return found;
  }

  private void add(List<String> found, @Nullable String address, int most) {
    if (address != null
        && found.size() < most
        && !address.equals(url)
        && !found.contains(address)) {
      found.add(address);
    }
  }
}

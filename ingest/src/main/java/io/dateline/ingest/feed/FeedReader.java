package io.dateline.ingest.feed;

import io.dateline.model.Reason;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to a feed. Tolerant as browsers are with HTML: what is malformed is read as far as it goes.
 * Document types and entities they define are never expanded, nothing outside is ever loaded.
 */
public final class FeedReader {

  /** Most entries taken from one document; later ones are left out. */
  public static final int MAX_ENTRIES = 5_000;

  /** Deepest nesting followed. */
  public static final int MAX_DEPTH = 512;

  private FeedReader() {}

  /**
   * Reads a feed.
   *
   * @param bytes decoded from any content coding
   * @param contentType the HTTP header, when there was one
   * @param url where the bytes come from: the base of relative addresses
   */
  public static FeedResult read(byte[] bytes, @Nullable String contentType, String url) {
    String text = XmlText.decode(bytes, contentType).stripLeading();
    if (text.isEmpty()) {
      return new FeedResult.Bad(Reason.EMPTY, "the feed is empty");
    }
    if (text.charAt(0) == '{' || text.charAt(0) == '[') {
      return JsonFeedReader.read(text, url);
    }
    int start = text.indexOf('<');
    if (start < 0) {
      return new FeedResult.Bad(Reason.BAD_FEED, "no markup: not a feed");
    }
    Parser parser = Parser.xmlParser().setMaxDepth(MAX_DEPTH);
    return read(Jsoup.parse(Markup.mend(text.substring(start)), url, parser), url);
  }

  private static FeedResult read(Document document, String url) {
    for (Element element : document.getAllElements()) {
      switch (Xml.name(element)) {
        case "feed" -> {
          return new FeedResult.Parsed(new AtomReader(url).read(element));
        }
        case "entry" -> {
          return new FeedResult.Parsed(new AtomReader(url).read(document));
        }
        case "rss", "rdf" -> {
          return new FeedResult.Parsed(new RssReader(url).read(element));
        }
        case "channel" -> {
          boolean cdf = CdfReader.isCdf(element);
          return new FeedResult.Parsed(
              cdf ? CdfReader.read(element, url) : new RssReader(url).read(document));
        }
        case "html", "body" -> {
          return new FeedResult.Bad(Reason.BAD_FEED, "an HTML page, not a feed");
        }
        default -> {
          // the next element may be the root of a feed: some stand behind a stylesheet or debris
        }
      }
    }
    Element first = document.firstElementChild();
    String root = first == null ? "nothing" : "<" + first.tagName() + ">";
    return new FeedResult.Bad(
        Reason.BAD_FEED, String.format(Locale.ROOT, "no feed: the document is %s", root));
  }
}

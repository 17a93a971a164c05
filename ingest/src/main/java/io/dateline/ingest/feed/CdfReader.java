package io.dateline.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Channel Definition Format: the oldest kind, still in a few places. */
final class CdfReader {

  private CdfReader() {}

  static boolean isCdf(Element channel) {
    return channel.getAllElements().stream()
        .anyMatch(e ->
            e.attributes().hasKeyIgnoreCase("href")
                || e.attributes().hasKeyIgnoreCase("lastmod")
                || Xml.name(e).equals("abstract"));
  }

  static ParsedFeed read(Element channel, String url) {
    List<FeedEntry> entries = new ArrayList<>();
    for (Element item : channel.getAllElements()) {
      if (Xml.name(item).equals("item") && entries.size() < FeedReader.MAX_ENTRIES) {
        entries.add(entry(item, url));
      }
    }
    return new ParsedFeed(
        ParsedFeed.Format.CDF,
        Xml.plain(text(channel, "title")),
        text(channel, "abstract"),
        Links.resolve(url, Xml.attribute(channel, "href")),
        null,
        null,
        null,
        Xml.language(channel),
        null,
        FeedDate.parse(Xml.attribute(channel, "lastmod")),
        null,
        null,
        entries);
  }

  private static FeedEntry entry(Element item, String url) {
    return new FeedEntry(
        null,
        Links.resolve(url, Xml.attribute(item, "href")),
        null,
        Xml.plain(text(item, "title")),
        text(item, "abstract"),
        null,
        null,
        FeedDate.parse(Xml.attribute(item, "lastmod")),
        List.of(),
        List.of(),
        Xml.language(item),
        null,
        List.of());
  }

  private static @Nullable String text(Element parent, String name) {
    for (Element child : parent.children()) {
      if (Xml.name(child).equals(name)) {
        return Xml.text(child);
      }
    }
    return null;
  }
}

package io.dateline.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The Media RSS vocabulary, as far as it stands in for missing fields. */
final class Media {

  private Media() {}

  static @Nullable String description(Element item) {
    return first(item, "description");
  }

  static @Nullable String title(Element item) {
    return first(item, "title");
  }

  private static @Nullable String first(Element item, String name) {
    String own = Xml.text(item, "media", name);
    if (own != null) {
      return own;
    }
    for (Element child : item.children()) {
      boolean holder = Xml.is(child, "media", "group") || Xml.is(child, "media", "content");
      String inner = holder ? first(child, name) : null;
      if (inner != null) {
        return inner;
      }
    }
    return null;
  }

  static List<FeedEntry.Enclosure> contents(Element item, String base) {
    List<FeedEntry.Enclosure> found = new ArrayList<>();
    for (Element child : item.children()) {
      if (Xml.is(child, "media", "group")) {
        found.addAll(contents(child, base));
      }
      String address = Links.resolve(base, Xml.attribute(child, "url"));
      if (Xml.is(child, "media", "content") && address != null) {
        found.add(
            new FeedEntry.Enclosure(
                address, Xml.attribute(child, "type"), Xml.attribute(child, "fileSize")));
      }
    }
    return found;
  }
}

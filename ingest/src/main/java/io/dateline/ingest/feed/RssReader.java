package io.dateline.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** RSS 0.90 to 2.0 with the modules that matter: Dublin Core, content, media, Atom, iTunes. */
final class RssReader {
  private final String url;

  RssReader(String url) {
    this.url = url;
  }

  ParsedFeed read(Element root) {
    Element channel = descendant(root, "channel");
    Element head = channel == null ? root : channel;
    List<FeedEntry> entries = new ArrayList<>();
    for (Element element : root.getAllElements()) {
      boolean item = Xml.name(element).equals("item") || Xml.name(element).equals("entry");
      if (item && isPlain(element) && entries.size() < FeedReader.MAX_ENTRIES) {
        entries.add(new RssItem(element, Xml.base(element, url)).read());
      }
    }
    return feed(root, head, entries);
  }

  private ParsedFeed feed(Element root, Element head, List<FeedEntry> entries) {
    String base = Xml.base(head, url);
    boolean rdf = Xml.name(root).equals("rdf");
    return new ParsedFeed(
        rdf ? ParsedFeed.Format.RDF : ParsedFeed.Format.RSS,
        Xml.plain(RssItem.firstOf(head, "title", "dc:title", "atom:title", "itunes:title")),
        RssItem.firstOf(
            head,
            "description",
            "tagline",
            "atom:subtitle",
            "dc:description",
            "itunes:summary",
            "itunes:subtitle"),
        siteLink(head, base),
        atomLink(head, base, "self"),
        atomLink(head, base, "hub"),
        atomLink(head, base, "next"),
        language(head),
        Names.of(
            RssItem.firstOf(
                head, "dc:creator", "managingeditor", "author", "itunes:author", "webmaster")),
        FeedDate.parse(
            RssItem.firstOf(
                head,
                "lastbuilddate",
                "pubdate",
                "dc:date",
                "dcterms:modified",
                "atom:updated",
                "modified")),
        image(root, head, base),
        null,
        entries);
  }

  private static @Nullable String language(Element head) {
    String stated = RssItem.firstOf(head, "language", "dc:language");
    return stated == null ? Xml.language(head) : stated;
  }

  private @Nullable String siteLink(Element head, String base) {
    for (Element child : head.children()) {
      boolean plain = Xml.name(child).equals("link") && isPlain(child);
      String address = plain ? Xml.text(child) : null;
      if (address != null) {
        return Links.resolve(base, address);
      }
    }
    String alternate = atomLink(head, base, "alternate");
    return alternate;
  }

  private static @Nullable String atomLink(Element head, String base, String relation) {
    for (Element child : head.children()) {
      String rel = Xml.attribute(child, "rel");
      String href = Xml.attribute(child, "href");
      boolean matches = rel == null ? relation.equals("alternate") : relation.equals(lower(rel));
      if (Xml.name(child).equals("link") && href != null && matches) {
        return Links.resolve(base, href);
      }
    }
    return null;
  }

  private static @Nullable String image(Element root, Element head, String base) {
    for (Element holder : List.of(head, root)) {
      for (Element child : holder.children()) {
        if (!Xml.name(child).equals("image")) {
          continue;
        }
        String address = RssItem.firstOf(child, "url");
        String href = address == null ? Xml.attribute(child, "href") : address;
        if (href != null) {
          return Links.resolve(base, href);
        }
      }
    }
    return null;
  }

  private static boolean isPlain(Element element) {
    String family = Xml.family(element);
    return family.isEmpty() || family.equals("rdf") || !RssItem.isKnownModule(family);
  }

  private static @Nullable Element descendant(Element root, String name) {
    for (Element element : root.getAllElements()) {
      if (Xml.name(element).equals(name)) {
        return element;
      }
    }
    return null;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

package io.dateline.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One item of an RSS feed. */
final class RssItem {

  private static final Set<String> MODULES =
      Set.of(
          "atom",
          "dc",
          "dcterms",
          "content",
          "media",
          "itunes",
          "sy",
          "xhtml",
          "feedburner",
          "slash",
          "wfw",
          "georss",
          "googleplay",
          "podcast",
          "thr",
          "rawvoice",
          "psc");

  private final Element item;
  private final String base;

  RssItem(Element item, String base) {
    this.item = item;
    this.base = base;
  }

  static boolean isKnownModule(String family) {
    return MODULES.contains(family);
  }

  FeedEntry read() {
    String title = firstOf(item, "title", "dc:title", "itunes:title");
    return new FeedEntry(
        id(),
        link(),
        origin(),
        Xml.plain(title == null ? Media.title(item) : title),
        summary(),
        content(),
        FeedDate.parse(
            lastOf(
                item,
                "pubdate",
                "dc:date",
                "dcterms:created",
                "dcterms:issued",
                "atom:published",
                "published",
                "issued",
                "created",
                "date")),
        FeedDate.parse(
            lastOf(item, "atom:updated", "dcterms:modified", "updated", "modified", "dc:date")),
        authors(),
        categories(),
        language(),
        Links.resolve(base, firstOf(item, "comments")),
        enclosures());
  }

  private @Nullable String id() {
    String id = firstOf(item, "guid", "atom:id", "dc:identifier", "id");
    return id == null ? Xml.attribute(item, "rdf:about") : id;
  }

  private @Nullable String link() {
    String last = null;
    for (Element child : item.children()) {
      boolean plain = Xml.name(child).equals("link") && !isKnownModule(Xml.family(child));
      String text = plain ? Xml.text(child) : null;
      String stated = plain && text == null ? bareHref(child) : text;
      last = stated == null ? last : stated;
    }
    if (last != null) {
      return Links.resolve(base, last);
    }
    for (Element child : item.children()) {
      String href = Xml.attribute(child, "href");
      String rel = Xml.attribute(child, "rel");
      boolean alternate = rel == null || rel.equalsIgnoreCase("alternate");
      if (Xml.name(child).equals("link") && href != null && alternate) {
        return Links.resolve(base, href);
      }
    }
    return permalink();
  }

  private static @Nullable String bareHref(Element link) {
    return Xml.attribute(link, "rel") == null ? Xml.attribute(link, "href") : null;
  }

  /** The outlet's own address, where the link goes over somebody who counts. */
  private @Nullable String origin() {
    String original = firstOf(item, "feedburner:origlink");
    return Links.isWeb(original) ? original : null;
  }

  private @Nullable String permalink() {
    Element guid = Xml.child(item, "", "guid");
    String value = Xml.text(guid);
    if (guid != null && value != null) {
      String flag = Xml.attribute(guid, "isPermaLink");
      boolean link = flag == null ? Links.isWeb(value) : flag.equalsIgnoreCase("true");
      return link ? Links.resolve(base, value) : null;
    }
    String about = Xml.attribute(item, "rdf:about");
    return Links.isWeb(about) ? about : null;
  }

  private @Nullable String summary() {
    String own =
        firstOf(item, "description", "dc:description", "atom:summary", "itunes:summary", "summary");
    return own == null ? Media.description(item) : own;
  }

  private @Nullable String content() {
    String encoded = firstOf(item, "content:encoded", "atom:content", "fullitem");
    if (encoded != null) {
      return encoded;
    }
    for (Element child : item.children()) {
      boolean body = Xml.name(child).equals("body") && Xml.family(child).equals("xhtml");
      if (body) {
        return child.html().strip();
      }
    }
    return firstOf(item, "body", "content");
  }

  private @Nullable String language() {
    String stated = firstOf(item, "language", "dc:language");
    return stated == null ? Xml.language(item) : stated;
  }

  private List<String> authors() {
    List<String> names = new ArrayList<>();
    for (String field : List.of("dc:creator", "author", "atom:author", "itunes:author")) {
      for (Element element : all(item, field)) {
        Element name = Xml.child(element, Xml.family(element), "name");
        String printed = Names.of(Xml.text(name == null ? element : name));
        if (printed != null && !names.contains(printed)) {
          names.add(printed);
        }
      }
      if (!names.isEmpty()) {
        return names;
      }
    }
    return names;
  }

  private List<String> categories() {
    List<String> names = new ArrayList<>();
    for (String field : List.of("category", "dc:subject", "media:category")) {
      for (Element element : all(item, field)) {
        String name = Xml.plain(Xml.text(element));
        if (name != null && !names.contains(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private List<FeedEntry.Enclosure> enclosures() {
    List<FeedEntry.Enclosure> found = new ArrayList<>();
    for (Element element : all(item, "enclosure")) {
      String address = Links.resolve(base, Xml.attribute(element, "url"));
      if (address != null) {
        found.add(
            new FeedEntry.Enclosure(
                address, Xml.attribute(element, "type"), Xml.attribute(element, "length")));
      }
    }
    found.addAll(Media.contents(item, base));
    return found;
  }

  /** Text of the first child that has one of the names; "dc:date" asks for a module's element. */
  static @Nullable String firstOf(Element parent, String... names) {
    for (String name : names) {
      for (Element element : all(parent, name)) {
        String text = Xml.text(element);
        if (text != null) {
          return text;
        }
      }
    }
    return null;
  }

  /** The same, the last of the first name that stands there: what is said later corrects. */
  private static @Nullable String lastOf(Element parent, String... names) {
    for (String name : names) {
      for (Element element : all(parent, name).reversed()) {
        String text = Xml.text(element);
        if (text != null) {
          return text;
        }
      }
    }
    return null;
  }

  private static List<Element> all(Element parent, String name) {
    int colon = name.indexOf(':');
    String family = colon < 0 ? "" : name.substring(0, colon);
    String local = name.substring(colon + 1).toLowerCase(Locale.ROOT);
    List<Element> found = new ArrayList<>();
    for (Element child : parent.children()) {
      if (Xml.name(child).equals(local) && matches(child, parent, family)) {
        found.add(child);
      }
    }
    return found;
  }

  private static boolean matches(Element child, Element parent, String wanted) {
    String family = Xml.family(child);
    if (!wanted.isEmpty()) {
      return family.equals(wanted);
    }
    boolean sameVocabulary =
        child.tag().namespace().equals(parent.tag().namespace())
            || child.tag().namespace().isEmpty();
    return family.isEmpty() || (sameVocabulary && !isKnownModule(family));
  }
}

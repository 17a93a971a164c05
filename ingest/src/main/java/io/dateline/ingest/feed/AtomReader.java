package io.dateline.ingest.feed;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Atom 1.0 (RFC 4287) and 0.3. */
final class AtomReader {
  private final String url;

  AtomReader(String url) {
    this.url = url;
  }

  ParsedFeed read(Element feed) {
    List<FeedEntry> entries = new ArrayList<>();
    for (Element child : feed.getAllElements()) {
      if (Xml.name(child).equals("entry") && entries.size() < FeedReader.MAX_ENTRIES) {
        entries.add(entry(child, feed));
      }
    }
    String updated = first(feed, "updated", "modified");
    return new ParsedFeed(
        ParsedFeed.Format.ATOM,
        Xml.plain(construct(feed, "title")),
        construct(feed, feed, "subtitle", "tagline", "info"),
        link(feed, "alternate"),
        link(feed, "self"),
        link(feed, "hub"),
        link(feed, "next"),
        Xml.language(feed),
        author(feed),
        FeedDate.parse(updated),
        Links.resolve(Xml.base(feed, url), first(feed, "icon", "logo")),
        first(feed, "id"),
        entries);
  }

  private FeedEntry entry(Element entry, Element feed) {
    OffsetDateTime published = FeedDate.parse(date(entry, "published", "issued", "created"));
    OffsetDateTime updated = FeedDate.parse(date(entry, "updated", "modified"));
    Element source = find(entry, "source");
    String author = author(entry);
    String content = content(entry);
    String summary = construct(entry, entry, "summary");
    return new FeedEntry(
        first(entry, "id"),
        entryLink(entry),
        origin(entry),
        Xml.plain(construct(entry, "title")),
        summary == null ? Media.description(entry) : summary,
        content,
        published,
        updated,
        author != null ? authors(entry) : authors(source == null ? feed : source),
        categories(entry),
        Xml.language(entry),
        link(entry, "replies"),
        enclosures(entry));
  }

  private @Nullable String entryLink(Element entry) {
    String link = link(entry, "alternate");
    if (link != null) {
      return link;
    }
    String plain = first(entry, "link");
    if (plain != null) {
      return Links.resolve(Xml.base(entry, url), plain);
    }
    String id = first(entry, "id");
    return Links.isWeb(id) ? id : null;
  }

  private static @Nullable String origin(Element entry) {
    String original = Xml.text(entry, "feedburner", "origlink");
    return Links.isWeb(original) ? original : null;
  }

  private @Nullable String content(Element entry) {
    Element content = find(entry, "content");
    return content == null ? null : value(content);
  }

  /** The best link of a relation: HTML before other types, the last before those it corrects. */
  private @Nullable String link(Element parent, String relation) {
    String html = null;
    String other = null;
    for (Element link : parent.children()) {
      String href = Xml.attribute(link, "href");
      if (!Xml.name(link).equals("link") || href == null || !relationOf(link).equals(relation)) {
        continue;
      }
      String address = Links.resolve(Xml.base(link, url), href);
      String type = Xml.attribute(link, "type");
      if (type == null || type.toLowerCase(Locale.ROOT).contains("html")) {
        html = address == null ? html : address;
      }
      other = other == null ? address : other;
    }
    return html == null ? other : html;
  }

  private static String relationOf(Element link) {
    String rel = Xml.attribute(link, "rel");
    if (rel == null || rel.isBlank()) {
      return "alternate";
    }
    String lower = rel.toLowerCase(Locale.ROOT);
    String iana = "http://www.iana.org/assignments/relation/";
    return lower.startsWith(iana) ? lower.substring(iana.length()) : lower;
  }

  private static @Nullable String construct(Element parent, String name) {
    Element element = find(parent, name);
    return element == null ? null : value(element);
  }

  private static @Nullable String construct(Element parent, Element unused, String... names) {
    for (String name : names) {
      String value = construct(parent, name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** A text construct as HTML. */
  private static @Nullable String value(Element element) {
    String type = element.attr("type").strip().toLowerCase(Locale.ROOT);
    if (element.attr("mode").equalsIgnoreCase("base64")) {
      return Base64Text.decode(Xml.raw(element), type);
    }
    boolean xhtml = type.contains("xhtml") || element.attr("mode").equalsIgnoreCase("xml");
    if (xhtml) {
      Element div = element.firstElementChild();
      boolean wrapped =
          div != null && element.children().size() == 1 && Xml.name(div).equals("div");
      String html = wrapped && div != null ? div.html() : element.html();
      return html.isBlank() ? null : html.strip();
    }
    String raw = Xml.raw(element);
    if (raw.isEmpty()) {
      return null;
    }
    boolean plain = type.isEmpty() || type.equals("text") || type.equals("text/plain");
    boolean hasElements = element.firstElementChild() != null;
    if (!type.isEmpty() && !plain && !type.contains("html") && !type.contains("xml")) {
      String decoded = Base64Text.decode(raw, "");
      return decoded == null ? raw : decoded;
    }
    return plain && !hasElements ? Escapes.text(raw) : raw;
  }

  private static @Nullable Element find(Element parent, String name) {
    return parent.children().stream().filter(c -> isAtom(c, name)).findFirst().orElse(null);
  }

  private static boolean isAtom(Element child, String name) {
    String family = Xml.family(child);
    return Xml.name(child).equals(name) && (family.isEmpty() || family.equals("atom"));
  }

  /** The last date of the first name that stands there: what is said later corrects. */
  private static @Nullable String date(Element entry, String... names) {
    for (String name : names) {
      for (Element child : entry.children().reversed()) {
        String text = isAtom(child, name) ? Xml.text(child) : null;
        if (text != null) {
          return text;
        }
      }
    }
    return dublinCore(entry, names[0]);
  }

  private static @Nullable String first(Element parent, String... names) {
    for (String name : names) {
      Element element = find(parent, name);
      String text = Xml.text(element);
      if (text != null) {
        return text;
      }
    }
    return dublinCore(parent, names[0]);
  }

  private static @Nullable String dublinCore(Element parent, String name) {
    return switch (name) {
      case "published" -> Xml.text(parent, "dc", "date");
      case "updated" -> Xml.text(parent, "dcterms", "modified");
      default -> null;
    };
  }

  private static @Nullable String author(Element parent) {
    List<String> all = authors(parent);
    return all.isEmpty() ? null : all.getFirst();
  }

  private static List<String> authors(Element parent) {
    List<String> names = new ArrayList<>();
    for (Element child : parent.children()) {
      if (Xml.name(child).equals("author")) {
        String name = Xml.plain(personName(child));
        if (name != null) {
          names.add(name);
        }
      } else if (Xml.is(child, "dc", "creator")) {
        String name = Names.of(Xml.text(child));
        if (name != null) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static @Nullable String personName(Element person) {
    for (String field : List.of("name", "email", "uri", "url")) {
      for (Element child : person.children()) {
        if (Xml.name(child).equals(field) && Xml.text(child) != null) {
          return Xml.text(child);
        }
      }
    }
    return person.children().isEmpty() ? Names.of(Xml.text(person)) : null;
  }

  private static List<String> categories(Element entry) {
    List<String> names = new ArrayList<>();
    for (Element child : entry.children()) {
      if (Xml.name(child).equals("category")) {
        String term = Xml.attribute(child, "term");
        boolean code = term == null || term.isEmpty() || Links.isWeb(term);
        term = code ? Xml.attribute(child, "label") : term;
        String name = Xml.plain(term == null || term.isEmpty() ? Xml.text(child) : term);
        if (name != null) {
          names.add(name);
        }
      } else if (Xml.is(child, "dc", "subject")) {
        String name = Xml.plain(Xml.text(child));
        if (name != null) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private List<FeedEntry.Enclosure> enclosures(Element entry) {
    List<FeedEntry.Enclosure> found = new ArrayList<>();
    for (Element link : entry.children()) {
      String href = Xml.attribute(link, "href");
      if (Xml.name(link).equals("link") && href != null && relationOf(link).equals("enclosure")) {
        String address = Links.resolve(Xml.base(link, url), href);
        if (address != null) {
          found.add(
              new FeedEntry.Enclosure(
                  address, Xml.attribute(link, "type"), Xml.attribute(link, "length")));
        }
      }
    }
    return found;
  }
}

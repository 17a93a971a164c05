package io.dateline.ingest.feed;

import io.dateline.ingest.url.Urls;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Small reads on an element of a feed. Names are compared without prefix and in lower case. */
final class Xml {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private Xml() {}

  /** The local name in lower case. */
  static String name(Element element) {
    return element.tag().localName().toLowerCase(Locale.ROOT);
  }

  /** What vocabulary an element is of: "", "atom", "dc", "content", "media", "itunes" and so on. */
  static String family(Element element) {
    String namespace = element.tag().namespace();
    String known = namespace == null ? null : Namespaces.family(namespace);
    if (known != null) {
      return known;
    }
    return element.tag().prefix().toLowerCase(Locale.ROOT);
  }

  static boolean is(Element element, String family, String name) {
    return name(element).equals(name) && family(element).equals(family);
  }

  static boolean isAtom(Element element) {
    return ATOM.equals(element.tag().namespace()) || family(element).equals("atom");
  }

  static @Nullable Element child(Element parent, String family, String name) {
    for (Element child : parent.children()) {
      if (is(child, family, name)) {
        return child;
      }
    }
    return null;
  }

  static List<Element> children(Element parent, String family, String name) {
    return parent.children().stream().filter(c -> is(c, family, name)).toList();
  }

  /** The raw value: text as it stands, or the markup of elements that stand unescaped inside. */
  static String raw(Element element) {
    boolean onlyText = true;
    for (Node node : element.childNodes()) {
      onlyText &= !(node instanceof Element);
    }
    if (!onlyText) {
      return element.html().strip();
    }
    StringBuilder text = new StringBuilder();
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode t) {
        text.append(t.getWholeText());
      }
    }
    return text.toString().strip();
  }

  static @Nullable String text(@Nullable Element element) {
    if (element == null) {
      return null;
    }
    String raw = raw(element);
    return raw.isEmpty() ? null : raw;
  }

  static @Nullable String text(Element parent, String family, String name) {
    return text(child(parent, family, name));
  }

  /** The words of a value that may be HTML. */
  static @Nullable String plain(@Nullable String html) {
    if (html == null) {
      return null;
    }
    String text = html;
    if (html.indexOf('<') >= 0 || html.indexOf('&') >= 0) {
      text = Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(FeedReader.MAX_DEPTH)).text();
    }
    text = text.replaceAll("\\s+", " ").strip();
    return text.isEmpty() ? null : text;
  }

  /** An attribute by local name, whatever its prefix and case. */
  static @Nullable String attribute(Element element, String name) {
    if (element.hasAttr(name)) {
      return element.attr(name).strip();
    }
    String ignoringCase = element.attributes().getIgnoreCase(name);
    return ignoringCase.isEmpty() ? null : ignoringCase.strip();
  }

  /** The base address at an element, all {@code xml:base} above it applied (XML Base). */
  static String base(Element element, String documentUrl) {
    String base = documentUrl;
    for (Element ancestor : element.parents().reversed()) {
      base = rebase(base, ancestor);
    }
    return rebase(base, element);
  }

  private static String rebase(String base, Element element) {
    String own = element.attr("xml:base");
    if (own.isBlank()) {
      return base;
    }
    String resolved = Urls.resolve(base, own.strip());
    return resolved == null ? base : resolved;
  }

  /** The language in force at an element: the nearest {@code xml:lang}. */
  static @Nullable String language(Element element) {
    for (Element at = element; at != null; at = at.parent()) {
      if (at.hasAttr("xml:lang")) {
        String lang = at.attr("xml:lang").strip();
        return lang.isEmpty() ? null : lang;
      }
    }
    return null;
  }
}

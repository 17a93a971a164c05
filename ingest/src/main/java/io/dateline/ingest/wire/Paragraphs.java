package io.dateline.ingest.wire;

import io.dateline.model.Paragraph;
import io.dateline.model.Paragraph.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** The blocks of a body that is XHTML, HTML or NITF: these share the names of their blocks. */
final class Paragraphs {

  private static final Set<String> LEAVES =
      Set.of("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "pre", "dt", "dd");

  /** Not text of the article. */
  private static final Set<String> APART =
      Set.of(
          "figure",
          "figcaption",
          "media",
          "table",
          "script",
          "style",
          "head",
          "title",
          "body.head",
          "body.end",
          "hedline",
          "byline",
          "dateline",
          "note",
          "aside",
          "video",
          "audio",
          "iframe");

  private static final Set<String> INLINE =
      Set.of(
          "a",
          "b",
          "i",
          "em",
          "strong",
          "span",
          "u",
          "sub",
          "sup",
          "q",
          "br",
          "person",
          "org",
          "location",
          "chron",
          "event",
          "money",
          "num",
          "lang",
          "object.title",
          "function",
          "virtloc",
          "pronounce",
          "classifier",
          "alt-code",
          "small",
          "mark",
          "city",
          "country",
          "region",
          "state",
          "font",
          "copyrite",
          "acronym",
          "abbr",
          "time");

  /** Stands for a line break until the text is put together. */
  private static final char BREAK = '\uE000';

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
  private static final Pattern TWO_BREAKS = Pattern.compile("\\uE000 ?\\uE000[ \\uE000]*");
  private static final Pattern ONE_BREAK = Pattern.compile(" ?\\uE000 ?");

  private final List<Paragraph> found = new ArrayList<>();
  private final StringBuilder loose = new StringBuilder();

  private Paragraphs() {}

  /** The blocks below an element. */
  static List<Paragraph> of(Element top) {
    Paragraphs paragraphs = new Paragraphs();
    paragraphs.walk(top, Kind.PARAGRAPH);
    paragraphs.flush(Kind.PARAGRAPH);
    return paragraphs.found;
  }

  /** The blocks of an HTML text, without a first heading that repeats the headline. */
  static List<Paragraph> ofHtml(String html, String headline) {
    Element body =
        Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(WireReader.MAX_DEPTH)).body();
    List<Paragraph> blocks = new ArrayList<>(of(body));
    if (!blocks.isEmpty() && blocks.getFirst().text().equals(headline)) {
      blocks.removeFirst();
    }
    return blocks;
  }

  private void walk(Element parent, Kind kind) {
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode text) {
        loose.append(text.getWholeText());
      } else if (node instanceof Element element) {
        element(element, kind);
      }
    }
  }

  private void element(Element element, Kind kind) {
    String name = Nodes.name(element);
    if (APART.contains(name)) {
      return;
    }
    if (INLINE.contains(name)) {
      loose.append(inline(element));
    } else if (LEAVES.contains(name)) {
      flush(kind);
      loose.append(inline(element));
      flush(kind(name, element, kind));
    } else {
      flush(kind);
      Kind inner = name.equals("blockquote") || name.equals("bq") ? Kind.QUOTE : kind;
      walk(element, inner);
      flush(inner);
    }
  }

  private static String inline(Element element) {
    StringBuilder out = new StringBuilder();
    boolean lines = Nodes.name(element).equals("pre");
    element
        .nodeStream()
        .forEach(node -> {
          if (node instanceof TextNode text) {
            String words = text.getWholeText();
            out.append(lines ? words.replace('\n', BREAK) : words);
          } else if (node instanceof Element inner && Nodes.name(inner).equals("br")) {
            out.append(BREAK);
          }
        });
    return out.toString();
  }

  private static Kind kind(String name, Element element, Kind around) {
    boolean lede = element.attr("lede").equals("true") || element.hasClass("lede");
    return switch (name) {
      case "li" -> Kind.LIST_ITEM;
      case "p", "pre", "dt", "dd" -> lede ? Kind.LEDE : around;
      default -> Kind.SUBHEAD;
    };
  }

  /** Two breaks in a row part paragraphs, one is a new line, all other space is one blank. */
  private void flush(Kind kind) {
    String text = SPACE.matcher(loose).replaceAll(" ");
    loose.setLength(0);
    for (String block : TWO_BREAKS.split(text)) {
      String clean = ONE_BREAK.matcher(block.strip()).replaceAll("\n").strip();
      if (!clean.isEmpty()) {
        found.add(new Paragraph(kind, clean));
      }
    }
  }
}

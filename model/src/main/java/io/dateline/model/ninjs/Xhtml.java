package io.dateline.model.ninjs;

import io.dateline.model.Paragraph;
import io.dateline.model.Paragraph.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marked-up body: a fragment of XHTML with one element a paragraph. Only what {@link #write}
 * writes is read back; anything else reads as nothing, so that the plain body is taken instead.
 */
final class Xhtml {

  /** What a paragraph needs around its text, or a little less. */
  private static final int MARKUP_CHARS = 16;

  private static final Pattern BLOCK =
      Pattern.compile(
          "<(p class=\"lede\"|p|h2|li|blockquote)>([^<]*(?:<br/>[^<]*)*)</(p|h2|li|blockquote)>");

  private Xhtml() {}

  static String write(List<Paragraph> paragraphs) {
    int length = paragraphs.stream().mapToInt(p -> p.text().length() + MARKUP_CHARS).sum();
    StringBuilder out = new StringBuilder(length + MARKUP_CHARS).append("<div>");
    boolean inList = false;
    for (Paragraph paragraph : paragraphs) {
      boolean item = paragraph.kind() == Kind.LIST_ITEM;
      if (item != inList) {
        out.append(item ? "<ul>" : "</ul>");
        inList = item;
      }
      String open = open(paragraph.kind());
      out.append('<').append(open).append('>');
      escape(out, paragraph.text());
      out.append("</").append(open.startsWith("p ") ? "p" : open).append('>');
    }
    return out.append(inList ? "</ul>" : "").append("</div>").toString();
  }

  static List<Paragraph> read(String xhtml) {
    List<Paragraph> paragraphs = new ArrayList<>();
    Matcher block = BLOCK.matcher(xhtml);
    while (block.find()) {
      String text = unescape(block.group(2));
      if (!text.isBlank()) {
        paragraphs.add(new Paragraph(kind(block.group(1)), text));
      }
    }
    return paragraphs;
  }

  private static String open(Kind kind) {
    return switch (kind) {
      case LEDE -> "p class=\"lede\"";
      case SUBHEAD -> "h2";
      case PARAGRAPH -> "p";
      case LIST_ITEM -> "li";
      case QUOTE -> "blockquote";
    };
  }

  private static Kind kind(String open) {
    return switch (open) {
      case "h2" -> Kind.SUBHEAD;
      case "li" -> Kind.LIST_ITEM;
      case "blockquote" -> Kind.QUOTE;
      case "p" -> Kind.PARAGRAPH;
      default -> Kind.LEDE;
    };
  }

  private static void escape(StringBuilder out, String text) {
    char[] chars = text.toCharArray();
    int written = 0;
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      boolean plain = isXmlChar(c) && c != '&' && c != '<' && c != '>';
      if (!plain) {
        out.append(text, written, i).append(escaped(c));
        written = i + 1;
      }
    }
    out.append(text, written, chars.length);
  }

  private static String escaped(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '\n' -> "<br/>";
      default -> " ";
    };
  }

  /** XML 1.0 has no other control characters than tab and line ends. */
  private static boolean isXmlChar(char c) {
    return (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) || c == '\t' || c == '\r';
  }

  private static String unescape(String text) {
    return text.replace("<br/>", "\n")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}

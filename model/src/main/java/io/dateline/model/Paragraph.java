package io.dateline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One block of the body.
 *
 * @param kind what it is
 * @param text plain text, not blank; single line breaks are kept, blank lines do not occur
 */
public record Paragraph(Kind kind, String text) {

  private static final Pattern BLANK_LINE = Pattern.compile("\\R[\\s\\p{Zs}]*\\R\\s*");

  /** What a block is. */
  public enum Kind {
    /** The opening summary. */
    LEDE,
    /** A heading inside the body. */
    SUBHEAD,
    /** Running text. */
    PARAGRAPH,
    /** An item of a list. */
    LIST_ITEM,
    /** A block quotation. */
    QUOTE;

    /** Lower case with hyphens. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Checks that there is text without blank lines inside. */
  public Paragraph {
    text = CleanText.of(text).strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a paragraph without text");
    }
    text = hasLineBreak(text) ? BLANK_LINE.matcher(text).replaceAll("\n") : text;
  }

  /** Cheap check before the pattern is tried: most paragraphs are one line. */
  private static boolean hasLineBreak(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029) {
        return true;
      }
    }
    return false;
  }

  /** A paragraph of running text. */
  public static Paragraph of(String text) {
    return new Paragraph(Kind.PARAGRAPH, text);
  }

  /** Parts plain text at its blank lines. */
  public static List<Paragraph> split(String body) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (String block : BLANK_LINE.split(body)) {
      if (!block.isBlank()) {
        paragraphs.add(of(block));
      }
    }
    return paragraphs;
  }
}

package io.dateline.ingest.extract.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Leaves out of a page what no reader sees and no rule reads, before it is decoded and parsed:
 * scripts other than JSON-LD, style sheets, drawings, buttons, comments, attributes that are not in
 * {@link KeptAttributes}, all but one of several white spaces between tags. They are two thirds of
 * most pages, and parsing is the dearest step.
 *
 * <p>Works on bytes of any encoding in which ASCII characters are single bytes of their own.
 */
public final class HtmlSlimmer {

  /** Elements whose content is no markup, or drawn: they end at the first closing tag. */
  private static final String[] RAW = {"script", "style", "noscript", "svg", "iframe"};

  /** Elements left out with their content when their closing tag comes before another opens. */
  private static final String[] CLOSED = {"button", "template"};

  /** Relations of a {@code link} that are read. */
  private static final String[] LINKS = {"canonical", "amphtml", "license", "author", "itemprop"};

  private final byte[] in;

  /** The same bytes, for its fast search. */
  private final String chars;

  private final byte[] out;
  private int size;
  private int at;
  private int copied;

  private HtmlSlimmer(byte[] in) {
    this.in = in;
    chars = new String(in, StandardCharsets.ISO_8859_1);
    out = new byte[in.length];
  }

  /** The page without them. */
  public static byte[] slim(byte[] html) {
    return new HtmlSlimmer(html).run();
  }

  private byte[] run() {
    at = chars.indexOf('<');
    while (at >= 0 && at + 1 < in.length) {
      byte next = in[at + 1];
      if (isLetter(next)) {
        tag();
        squeeze();
      } else if (next == '/') {
        at = endOf('>', at + 2);
        squeeze();
      } else if (next == '!' && chars.startsWith("<!--", at)) {
        cutTo(endOf("-->", at + 4));
      } else {
        at++;
      }
      at = at < in.length && in[at] == '<' ? at : chars.indexOf('<', at);
    }
    copyTo(in.length);
    return Arrays.copyOf(out, size);
  }

  private void tag() {
    switch (in[at + 1] | 0x20) {
      case 's', 'n', 'i' -> rawOrOther();
      case 'b', 't' -> closedOrOther();
      case 'l' -> {
        int open = isTag("link") ? tagEnd(at + 1) : -1;
        if (open >= 0 && !isReadLink(chars.substring(at, open))) {
          cutTo(open);
        } else {
          attributes();
        }
      }
      default -> attributes();
    }
  }

  private void rawOrOther() {
    for (String name : RAW) {
      if (isTag(name)) {
        raw(name);
        return;
      }
    }
    if (isTag("select")) {
      closed("select");
    } else {
      attributes();
    }
  }

  private void closedOrOther() {
    for (String name : CLOSED) {
      if (isTag(name)) {
        closed(name);
        return;
      }
    }
    attributes();
  }

  private boolean isTag(String name) {
    int end = at + 1 + name.length();
    if (end >= in.length || !chars.regionMatches(true, at + 1, name, 0, name.length())) {
      return false;
    }
    byte c = in[end];
    return c == '>' || c == '/' || (c >= 0 && c <= ' ');
  }

  private static boolean isReadLink(String tag) {
    String lower = tag.toLowerCase(Locale.ROOT);
    for (String word : LINKS) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private void raw(String name) {
    int open = tagEnd(at + 1);
    boolean kept = name.equals("script") && chars.indexOf("ld+json", at, open) >= 0;
    boolean empty = name.equals("svg") && open >= 2 && in[open - 2] == '/';
    int end = empty ? open : closing(name, open);
    if (kept) {
      at = end;
    } else {
      cutTo(end);
    }
  }

  /** One behind the closing tag; the end of the page when it never comes. */
  private int closing(String name, int from) {
    int i = from;
    while (true) {
      i = chars.indexOf("</", i);
      if (i < 0) {
        return in.length;
      }
      if (chars.regionMatches(true, i + 2, name, 0, name.length())) {
        return endOf('>', i + 2 + name.length());
      }
      i += 2;
    }
  }

  /** Cuts an element up to its closing tag, unless another of the name opens before it. */
  private void closed(String name) {
    int open = tagEnd(at + 1);
    int i = open;
    while (true) {
      i = chars.indexOf('<', i);
      if (i < 0 || chars.regionMatches(true, i + 1, name, 0, name.length())) {
        attributes();
        return;
      }
      if (chars.startsWith("/", i + 1)
          && chars.regionMatches(true, i + 2, name, 0, name.length())) {
        cutTo(endOf('>', i + 2 + name.length()));
        return;
      }
      i++;
    }
  }

  private int endOf(char mark, int from) {
    int found = chars.indexOf(mark, Math.min(from, in.length));
    return found < 0 ? in.length : found + 1;
  }

  private int endOf(String mark, int from) {
    int found = chars.indexOf(mark, Math.min(from, in.length));
    return found < 0 ? in.length : found + mark.length();
  }

  /** One behind the tag's {@code >}; quoted attribute values may hold that sign. */
  private int tagEnd(int from) {
    int i = from;
    while (i < in.length) {
      byte c = in[i];
      if (c == '>') {
        return i + 1;
      }
      i = c == '=' ? valueEnd(i + 1) : i + 1;
    }
    return in.length;
  }

  /** Goes to the tag's end and leaves out the attributes that are not read. */
  private void attributes() {
    int i = at + 1;
    while (i < in.length && in[i] != '>' && in[i] != '/' && !isSpace(in[i])) {
      i++;
    }
    while (i < in.length && in[i] != '>') {
      if (in[i] == '/' || isSpace(in[i])) {
        i++;
      } else {
        i = attribute(i);
      }
    }
    at = Math.min(i + 1, in.length);
  }

  /** One behind an attribute, which is cut when it is not read. */
  private int attribute(int start) {
    int hash = KeptAttributes.step(0, in[start]);
    int i = start + 1;
    while (i < in.length && in[i] != '=' && in[i] != '>' && in[i] != '/' && !isSpace(in[i])) {
      hash = KeptAttributes.step(hash, in[i++]);
    }
    boolean kept = KeptAttributes.has(hash, chars, start, i);
    int mark = skipSpace(i);
    int end = mark < in.length && in[mark] == '=' ? valueEnd(mark + 1) : i;
    if (!kept && end < in.length) {
      copyTo(start);
      copied = end;
    }
    return end;
  }

  private int valueEnd(int from) {
    int i = skipSpace(from);
    if (i >= in.length || in[i] == '>') {
      return i;
    }
    byte quote = in[i];
    if (quote == '"' || quote == '\'') {
      return endOf((char) quote, i + 1);
    }
    while (i < in.length && in[i] != '>' && !isSpace(in[i])) {
      i++;
    }
    return i;
  }

  private int skipSpace(int from) {
    int i = from;
    while (i < in.length && isSpace(in[i])) {
      i++;
    }
    return i;
  }

  /** One white space behind a tag says as much as many. */
  private void squeeze() {
    if (at + 1 < in.length && isSpace(in[at]) && isSpace(in[at + 1])) {
      int end = skipSpace(at + 2);
      copyTo(at + 1);
      copied = end;
      at = end;
    }
  }

  private void cutTo(int end) {
    copyTo(at);
    copied = end;
    at = end;
  }

  private void copyTo(int end) {
    if (end > copied) {
      System.arraycopy(in, copied, out, size, end - copied);
      size += end - copied;
    }
  }

  private static boolean isSpace(byte c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  private static boolean isLetter(byte c) {
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z';
  }
}

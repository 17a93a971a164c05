package io.dateline.ingest.extract.scan;

import java.nio.charset.StandardCharsets;

/**
 * Finds where the tags, attributes and elements of a page end, in its bytes: as browsers do, but
 * without a tree.
 */
final class HtmlBytes {

  private final byte[] in;

  /** The same bytes, for its fast search. */
  private final String chars;

  HtmlBytes(byte[] in) {
    this.in = in;
    chars = new String(in, StandardCharsets.ISO_8859_1);
  }

  int length() {
    return in.length;
  }

  byte at(int i) {
    return in[i];
  }

  /** The next opening bracket; -1 when there is none. */
  int nextBracket(int from) {
    return from < in.length && in[from] == '<' ? from : chars.indexOf('<', from);
  }

  boolean isComment(int open) {
    return chars.startsWith("<!--", open);
  }

  /** Whether the tag that begins there is of this name. */
  boolean isTag(int open, String name) {
    int end = open + 1 + name.length();
    if (end >= in.length || !isAt(open + 1, name)) {
      return false;
    }
    byte c = in[end];
    return c == '>' || c == '/' || (c >= 0 && c <= ' ');
  }

  /** What the name of the tag that opens or closes an element there says: {@link TagNames}. */
  int bits(int open) {
    int start = in[open + 1] == '/' ? open + 2 : open + 1;
    int end = start;
    int hash = 0;
    while (end < in.length && isNamePart(in[end])) {
      hash = NameTable.step(hash, in[end++]);
    }
    return TagNames.bits(hash, in, start, end);
  }

  /** Whether an attribute is read; its hash is of {@link NameTable#step}. */
  boolean isKept(int hash, int start, int end) {
    return KeptAttributes.has(hash, in, start, end);
  }

  /** Whether text in lower case stands between the two. */
  boolean holds(String text, int start, int end) {
    return chars.indexOf(text, start, end) >= 0;
  }

  String text(int start, int end) {
    return chars.substring(start, end);
  }

  /** Where the mark stands between the two; -1 when it does not. */
  int find(char mark, int start, int end) {
    return chars.indexOf(mark, start, end);
  }

  /** One behind the mark; the end of the page when it never comes. */
  int behind(char mark, int from) {
    int found = chars.indexOf(mark, Math.min(from, in.length));
    return found < 0 ? in.length : found + 1;
  }

  /** One behind a comment. */
  int commentEnd(int open) {
    int found = chars.indexOf("-->", Math.min(open + 4, in.length));
    return found < 0 ? in.length : found + 3;
  }

  /** One behind the tag's {@code >}; quoted attribute values may hold that sign. */
  int tagEnd(int open) {
    int i = open + 1;
    while (i < in.length) {
      byte c = in[i];
      if (c == '>') {
        return i + 1;
      }
      i = c == '=' ? valueEnd(i + 1) : i + 1;
    }
    return in.length;
  }

  /** One behind an attribute's value. */
  int valueEnd(int from) {
    int i = skipSpace(from);
    if (i >= in.length || in[i] == '>') {
      return i;
    }
    byte quote = in[i];
    if (quote == '"' || quote == '\'') {
      return behind((char) quote, i + 1);
    }
    while (i < in.length && in[i] != '>' && !isSpace(in[i])) {
      i++;
    }
    return i;
  }

  int skipSpace(int from) {
    int i = from;
    while (i < in.length && isSpace(in[i])) {
      i++;
    }
    return i;
  }

  /** One behind the first closing tag of the name; the end of the page when it never comes. */
  int closing(String name, int from) {
    int i = from;
    while (true) {
      i = chars.indexOf("</", i);
      if (i < 0) {
        return in.length;
      }
      if (isAt(i + 2, name)) {
        return behind('>', i + 2 + name.length());
      }
      i += 2;
    }
  }

  /**
   * One behind an element that holds no other of its name.
   *
   * @param open where its tag begins
   * @return -1 when it holds one, or never ends
   */
  int endWithout(int open, String name) {
    int i = chars.indexOf('<', tagEnd(open));
    while (i >= 0 && i + 1 < in.length && !isTag(in[i + 1] == '/' ? i + 1 : i, name)) {
      i = chars.indexOf('<', isComment(i) ? commentEnd(i) : i + 1);
    }
    boolean closes = i >= 0 && i + 1 < in.length && in[i + 1] == '/';
    return closes ? behind('>', i + 2 + name.length()) : -1;
  }

  /** Whether a name in lower case stands there, in any case. */
  boolean isAt(int start, String name) {
    return start + name.length() <= in.length && NameTable.isAt(in, start, name);
  }

  static boolean isSpace(byte c) {
    return c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f');
  }

  static boolean isLetter(byte c) {
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  private static boolean isNamePart(byte c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
  }
}

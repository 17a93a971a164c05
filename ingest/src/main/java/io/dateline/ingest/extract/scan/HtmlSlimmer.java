package io.dateline.ingest.extract.scan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Leaves out of a page what no reader sees and no rule reads, before it is decoded and parsed:
 * scripts other than JSON-LD, style sheets, drawings, form fields, comments, attributes that are
 * not in {@link KeptAttributes}, white space beside blocks; and the menus above the article. They
 * are three quarters of most pages, and parsing is the dearest step.
 *
 * <p>Works on bytes of any encoding in which ASCII characters are single bytes of their own.
 */
public final class HtmlSlimmer {

  /** Elements whose content is no markup, or drawn: they end at the first closing tag. */
  private static final List<String> RAW = List.of("script", "style", "noscript", "svg", "iframe");

  /** Elements left out with their content, unless they hold another of the name. */
  private static final List<String> CLOSED = List.of("button", "template", "select");

  /** Relations of a {@code link} that are read. */
  private static final List<String> LINKS =
      List.of("canonical", "amphtml", "license", "author", "itemprop");

  /**
   * A page without them.
   *
   * @param tags start tags in it: each becomes an element of the tree
   */
  public record Slim(byte[] bytes, int tags) {}

  private final byte[] bytes;
  private final HtmlBytes in;
  private final MenuWatch menus;
  private final byte[] out;
  private int size;
  private int at;
  private int copied;

  /** Whether the article may have begun. */
  private boolean begun;

  private int tags;

  /** What the name of the last tag says: {@link TagNames}. */
  private int last;

  /** One behind the last tag, and behind what was cut just behind it. */
  private int behind = -1;

  private HtmlSlimmer(byte[] bytes) {
    this.bytes = bytes;
    in = new HtmlBytes(bytes);
    menus = new MenuWatch(in);
    out = new byte[bytes.length];
  }

  /** The page without them. */
  public static Slim slim(byte[] html) {
    return new HtmlSlimmer(html).run();
  }

  private Slim run() {
    at = in.nextBracket(0);
    while (at >= 0 && at + 1 < in.length()) {
      byte next = in.at(at + 1);
      if (HtmlBytes.isLetter(next)) {
        open(in.bits(at));
        squeeze();
      } else if (next == '/') {
        close(in.bits(at));
        squeeze();
      } else if (in.isComment(at)) {
        cutTo(in.commentEnd(at));
        squeeze();
      } else {
        at++;
      }
      text();
    }
    copyTo(in.length());
    return new Slim(Arrays.copyOf(out, size), tags);
  }

  /** Goes to the next tag. */
  private void text() {
    int from = at;
    at = in.nextBracket(at);
    if (!menus.isIdle()) {
      menus.reads(at - from);
    }
  }

  /** Goes behind a tag that opens an element, or behind the whole element. */
  private void open(int bits) {
    if ((bits & TagNames.BEGINS) != 0) {
      begun = true;
      menus.clear();
    }
    int end = (bits & TagNames.LOOKED_AT) != 0 ? cutEnd() : -1;
    if (end >= 0) {
      cutTo(end);
    } else if ((bits & TagNames.LOOKED_AT) != 0 && in.isTag(at, "script")) {
      menus.clear();
      tags++;
      keepTo(in.closing("script", in.tagEnd(at)), bits);
    } else {
      tags++;
      int tag = at;
      keepTo(attributes(), bits);
      watch(tag, bits);
    }
  }

  /** Looks whether a menu begins with the tag just kept. */
  private void watch(int tag, int bits) {
    if (menus.asks(bits, tag, at)) {
      copyTo(at);
      copied = at;
      menus.watch(bits, new MenuWatch.Mark(size, tags), begun);
    } else if (!menus.isIdle()) {
      menus.opens(bits, tag, at, begun);
    }
  }

  /** Goes behind a tag that closes an element; of a menu only its two tags stay. */
  private void close(int bits) {
    MenuWatch.Mark mark = menus.isIdle() ? null : menus.closes(bits);
    if (mark != null) {
      size = mark.size();
      tags = mark.tags();
      copied = at;
    }
    keepTo(in.behind('>', at + 2), bits);
  }

  /** One behind what is left out from here on; -1 when it stays. */
  private int cutEnd() {
    for (String name : RAW) {
      if (in.isTag(at, name)) {
        return rawEnd(name);
      }
    }
    for (String name : CLOSED) {
      if (in.isTag(at, name)) {
        return in.endWithout(at, name);
      }
    }
    boolean unread = in.isTag(at, "input") || (in.isTag(at, "link") && !isReadLink());
    return unread ? in.tagEnd(at) : -1;
  }

  private int rawEnd(String name) {
    int end = in.tagEnd(at);
    if (name.equals("script") && in.holds("ld+json", at, end)) {
      return -1;
    }
    boolean empty = name.equals("svg") && end >= 2 && in.at(end - 2) == '/';
    return empty ? end : in.closing(name, end);
  }

  private boolean isReadLink() {
    String tag = in.text(at, in.tagEnd(at)).toLowerCase(Locale.ROOT);
    for (String word : LINKS) {
      if (tag.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** One behind a tag, whose attributes that are not read are left out. */
  private int attributes() {
    int i = at + 1;
    while (i < in.length() && in.at(i) != '>' && in.at(i) != '/' && !isSpace(i)) {
      i++;
    }
    while (i < in.length() && in.at(i) != '>') {
      if (in.at(i) == '/' || isSpace(i)) {
        i++;
      } else {
        i = attribute(i);
      }
    }
    return Math.min(i + 1, in.length());
  }

  /** One behind an attribute, which is cut when it is not read. */
  private int attribute(int start) {
    int hash = NameTable.step(0, in.at(start));
    int i = start + 1;
    while (i < in.length()
        && in.at(i) != '='
        && in.at(i) != '>'
        && in.at(i) != '/'
        && !isSpace(i)) {
      hash = NameTable.step(hash, in.at(i++));
    }
    boolean kept = in.isKept(hash, start, i);
    int mark = in.skipSpace(i);
    int end = mark < in.length() && in.at(mark) == '=' ? in.valueEnd(mark + 1) : i;
    if (!kept && end < in.length()) {
      copyTo(start);
      copied = end;
    }
    return end;
  }

  private boolean isSpace(int i) {
    return HtmlBytes.isSpace(in.at(i));
  }

  /** White space beside a border says nothing, behind other tags one says as much as many. */
  private void squeeze() {
    if (at >= in.length() || !isSpace(at)) {
      return;
    }
    int end = in.skipSpace(at + 1);
    boolean between = at == behind && end + 1 < in.length() && in.at(end) == '<';
    boolean border = between && ((last | in.bits(end)) & TagNames.BORDER) != 0;
    if (!border) {
      at++;
    }
    cutTo(end);
  }

  private void keepTo(int end, int bits) {
    last = bits;
    behind = end;
    at = end;
  }

  private void cutTo(int end) {
    copyTo(at);
    behind = at == behind ? end : behind;
    copied = end;
    at = end;
  }

  private void copyTo(int end) {
    if (end > copied) {
      System.arraycopy(bytes, copied, out, size, end - copied);
      size += end - copied;
    }
  }
}

package io.dateline.ingest.extract.scan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
  private static final List<Closed> CLOSED =
      List.of(new Closed("button"), new Closed("template"), new Closed("select"));

  /** With one of them the article may begin. */
  private static final Set<String> BEGINNINGS = Set.of("article", "main", "h1", "p", "time");

  private static final NameTable BEGINS = NameTable.of(BEGINNINGS);

  /** What a menu that is left out does not hold. */
  private static final NameTable NO_MENU = NameTable.of(BEGINNINGS, Set.of("nav", "script"));

  /** Relations of a {@code link} that are read. */
  private static final List<String> LINKS =
      List.of("canonical", "amphtml", "license", "author", "itemprop");

  private static final NameTable SOMETIMES_CUT =
      NameTable.of(RAW, Set.of("button", "template", "select", "nav", "input", "link"));

  /** Elements beside which white space is never shown. */
  private static final NameTable BORDERS = NameTable.of(TagKinds.borders());

  private record Closed(String name, NameTable itself) {
    Closed(String name) {
      this(name, NameTable.of(Set.of(name)));
    }
  }

  private final byte[] bytes;
  private final HtmlBytes in;
  private final byte[] out;
  private int size;
  private int at;
  private int copied;

  /** Whether the article may have begun. */
  private boolean begun;

  /** The last tag begins here. */
  private int tag;

  /** One behind the last tag, and behind what was cut just behind it. */
  private int behind = -1;

  private HtmlSlimmer(byte[] bytes) {
    this.bytes = bytes;
    in = new HtmlBytes(bytes);
    out = new byte[bytes.length];
  }

  /** The page without them. */
  public static byte[] slim(byte[] html) {
    return new HtmlSlimmer(html).run();
  }

  private byte[] run() {
    at = in.nextBracket(0);
    while (at >= 0 && at + 1 < in.length()) {
      byte next = in.at(at + 1);
      if (HtmlBytes.isLetter(next)) {
        open();
        squeeze();
      } else if (next == '/') {
        keepTo(in.behind('>', at + 2));
        squeeze();
      } else if (in.isComment(at)) {
        cutTo(in.commentEnd(at));
        squeeze();
      } else {
        at++;
      }
      at = in.nextBracket(at);
    }
    copyTo(in.length());
    return Arrays.copyOf(out, size);
  }

  /** Goes behind a tag that opens an element, or behind the whole element. */
  private void open() {
    begun |= !begun && in.isNamed(at, BEGINS);
    int end = in.isNamed(at, SOMETIMES_CUT) ? cutEnd() : -1;
    if (end >= 0) {
      cutTo(end);
    } else if (in.isTag(at, "script")) {
      keepTo(in.closing("script", in.tagEnd(at)));
    } else {
      attributes();
    }
  }

  /** One behind what is left out from here on; -1 when it stays. */
  private int cutEnd() {
    for (String name : RAW) {
      if (in.isTag(at, name)) {
        return rawEnd(name);
      }
    }
    for (Closed closed : CLOSED) {
      if (in.isTag(at, closed.name)) {
        return in.endWithout(at, closed.name, closed.itself);
      }
    }
    if (!begun && in.isTag(at, "nav")) {
      return in.endWithout(at, "nav", NO_MENU);
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

  /** Goes behind a tag and leaves out its attributes that are not read. */
  private void attributes() {
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
    keepTo(Math.min(i + 1, in.length()));
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
    boolean border = between && (in.isNamed(tag, BORDERS) || in.isNamed(end, BORDERS));
    if (!border) {
      at++;
    }
    cutTo(end);
  }

  private void keepTo(int end) {
    tag = at;
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

package io.dateline.ingest.extract.scan;

import org.jspecify.annotations.Nullable;

/** Gathers inline text into blocks: collapses white space, counts link and bold characters. */
final class BlockWriter {

  /** A run of fewer words is never counted as running text. */
  private static final int MIN_RUN_WORDS = 12;

  private static final double MAX_RUN_LINK_SHARE = 0.4;

  private final Page page;
  private final StringBuilder text = new StringBuilder();
  private @Nullable Box box;
  private boolean space;
  private int breaks;
  private int links;
  private int bolds;
  private int chars;
  private int linkChars;
  private int boldChars;
  private int inlineDepth;
  private int leadDepth;
  private int lead;
  private int leadRoles;
  private boolean leadClosed;
  private boolean split;

  BlockWriter(Page page) {
    this.page = page;
  }

  void text(String raw, Box around) {
    box = around;
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i++);
      if (isSpace(c)) {
        space = true;
      } else if (!isInvisible(c)) {
        put(c);
        int end = endOfWord(raw, i);
        append(raw, i, end);
        i = end;
      }
    }
  }

  private static int endOfWord(String raw, int from) {
    int i = from;
    while (i < raw.length() && isInWord(raw.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isInWord(char c) {
    return c > ' ' && (c < '\u007F' || !(isSpace(c) || isInvisible(c)));
  }

  /** Behind the first character of a word nothing is decided any more. */
  private void append(String raw, int from, int to) {
    text.append(raw, from, to);
    chars += to - from;
    linkChars += links > 0 ? to - from : 0;
    boldChars += bolds > 0 ? to - from : 0;
  }

  private void put(char c) {
    if (breaks >= 2 && !text.isEmpty()) {
      Box same = box;
      flush();
      box = same;
      split = true;
    }
    if (!text.isEmpty()) {
      if (breaks > 0) {
        text.append('\n');
      } else if (space || (leadClosed && Character.isLetter(c))) {
        text.append(' ');
      }
    } else if (inlineDepth > 0 && lead == 0) {
      leadDepth = inlineDepth;
      lead = -1;
    } else {
      lead = 0;
    }
    leadClosed = false;
    breaks = 0;
    space = false;
    text.append(c);
    chars++;
    linkChars += links > 0 ? 1 : 0;
    boldChars += bolds > 0 ? 1 : 0;
  }

  void lineBreak() {
    breaks++;
  }

  void openInline(String tag, int roles) {
    inlineDepth++;
    switch (tag) {
      case "a" -> links++;
      case "b", "strong" -> bolds++;
      default -> {}
    }
    if (text.isEmpty()) {
      leadRoles |= roles;
    }
  }

  void closeInline(String tag) {
    switch (tag) {
      case "a" -> links = Math.max(0, links - 1);
      case "b", "strong" -> bolds = Math.max(0, bolds - 1);
      default -> {}
    }
    if (lead == -1 && !text.isEmpty() && inlineDepth == leadDepth) {
      lead = text.length();
      leadClosed = (leadRoles & (Role.LOCATION.bit() | Role.DATE.bit())) != 0;
    } else if (text.isEmpty()) {
      leadRoles = 0;
    }
    inlineDepth = Math.max(0, inlineDepth - 1);
  }

  void flush() {
    Box around = box;
    if (!text.isEmpty() && around != null) {
      String words = text.toString();
      int count = Words.count(words);
      Block block =
          new Block(
              page.blocks.size(),
              around,
              words,
              count,
              chars,
              linkChars,
              boldChars,
              Math.max(0, lead),
              lead > 0 ? leadRoles : 0,
              split || breaks >= 2);
      page.blocks.add(block);
      around.count(count, isRunning(block));
    }
    text.setLength(0);
    space = false;
    breaks = 0;
    chars = 0;
    linkChars = 0;
    boldChars = 0;
    lead = 0;
    leadRoles = 0;
    leadClosed = false;
    split = false;
  }

  private static boolean isRunning(Block block) {
    return block.words() >= MIN_RUN_WORDS
        && block.linkShare() < MAX_RUN_LINK_SHARE
        && !block.isHeading();
  }

  private static boolean isSpace(char c) {
    return c == ' '
        || c == '\n'
        || c == '\t'
        || c == '\r'
        || c == '\u00A0'
        || c == '\f'
        || (c >= '\u2000' && c <= '\u200A')
        || c == '\u3000'
        || c == '\u202F'
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u205F';
  }

  private static boolean isInvisible(char c) {
    return c == '\u00AD'
        || (c >= '\u200B' && c <= '\u200F')
        || c == '\u2060'
        || c == '\uFEFF'
        || c < 0x20;
  }
}

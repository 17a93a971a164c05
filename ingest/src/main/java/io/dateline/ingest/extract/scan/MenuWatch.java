package io.dateline.ingest.extract.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Tells which elements of a page are menus while its tags pass by: {@code nav} and what is named
 * for one, when it holds many links, little else, and nothing that an article may begin with.
 */
final class MenuWatch {

  /** Elements that may be menus within one another, at most. */
  private static final int MAX_OPEN = 8;

  /** Above the article a few links are a menu, behind its beginning they may be its topics. */
  private static final int MIN_LINKS_ABOVE = 3;

  private static final int MIN_LINKS_BEHIND = 8;

  /** Bytes of text for each link, in menus of many words. */
  private static final int MAX_TEXT_PER_LINK = 60;

  /** Elements of these names may be menus. */
  private static final int KINDS = TagNames.NAV | TagNames.DIV | TagNames.LIST | TagNames.HEADER;

  private final HtmlBytes in;
  private final Deque<Menu> open = new ArrayDeque<>();

  /**
   * How far the page was kept when an element had opened.
   *
   * @param size bytes
   * @param tags start tags
   */
  record Mark(int size, int tags) {}

  /** An element that may be a menu, as far as it was seen. */
  private static final class Menu {
    private final int kind;
    private final Mark mark;
    private final int least;
    private int depth;
    private int links;
    private int text;

    Menu(int kind, Mark mark, int least) {
      this.kind = kind;
      this.mark = mark;
      this.least = least;
    }

    boolean isOne() {
      return links >= least && text <= links * MAX_TEXT_PER_LINK;
    }
  }

  MenuWatch(HtmlBytes in) {
    this.in = in;
  }

  /** Whether none is open. */
  boolean isIdle() {
    return open.isEmpty();
  }

  /** Whether the element may be a menu by its name. */
  boolean asks(int bits, int tag, int end) {
    boolean one = (bits & TagNames.NAV) != 0;
    return open.size() < MAX_OPEN && (one || ((bits & KINDS) != 0 && isNamedMenu(tag, end)));
  }

  private boolean isNamedMenu(int tag, int end) {
    for (int i = tag + "<ul ".length(); i < end - "nav".length(); i++) {
      int c = in.at(i) | 0x20;
      if ((c == 'm' && in.isAt(i, "menu")) || (c == 'n' && isNav(i))) {
        return true;
      }
    }
    return false;
  }

  /** "nav-bar", "mainNav", but no "canvas". */
  private boolean isNav(int i) {
    return in.isAt(i, "nav") && (in.at(i) == 'N' || !HtmlBytes.isLetter(in.at(i - 1)));
  }

  /**
   * An element opens that may be one.
   *
   * @param mark what is kept so far, its tag included
   * @param begun whether the article may have begun
   */
  void watch(int bits, Mark mark, boolean begun) {
    open.push(new Menu(bits & KINDS, mark, begun ? MIN_LINKS_BEHIND : MIN_LINKS_ABOVE));
  }

  /** Any other element opens, while one is watched. */
  void opens(int bits, int tag, int end, boolean begun) {
    if ((bits & TagNames.LINK) != 0) {
      link(tag, end, begun);
    } else {
      Menu menu = named(bits);
      if (menu != null) {
        menu.depth++;
      }
    }
  }

  /** Links to places in the page make a table of contents, links to topics are keywords. */
  private void link(int tag, int end, boolean begun) {
    if (isInPage(tag, end) || (begun && TopicPaths.isTopic(in.text(tag, end)))) {
      clear();
    } else {
      open.getFirst().links++;
    }
  }

  /** Not "#" alone, which is a button. */
  private boolean isInPage(int tag, int end) {
    int mark = in.find('#', tag, end - 1);
    if (mark < 0) {
      return false;
    }
    byte before = in.at(mark - 1);
    return (before == '=' || before == '"' || before == '\'') && in.at(mark + 1) != before;
  }

  /** So many bytes of text stand there, while one is watched. */
  void reads(int bytes) {
    open.getFirst().text += bytes;
  }

  /** What is open holds more than a menu does. */
  void clear() {
    open.clear();
  }

  /**
   * An element closes.
   *
   * @return what was kept when it had opened, when it was a menu; else null
   */
  @Nullable Mark closes(int bits) {
    Menu menu = named(bits);
    if (menu == null || menu.depth-- > 0) {
      return null;
    }
    Menu inner = open.pop();
    while (inner != menu) { // never closed
      menu.links += inner.links;
      menu.text += inner.text;
      inner = open.pop();
    }
    if (!open.isEmpty()) {
      open.getFirst().links += menu.links;
      open.getFirst().text += menu.text;
    }
    return menu.isOne() ? menu.mark : null;
  }

  /** The innermost that is open and of this name. */
  private @Nullable Menu named(int bits) {
    int kind = bits & KINDS;
    if (kind == 0) {
      return null;
    }
    for (Menu menu : open) {
      if (menu.kind == kind) {
        return menu;
      }
    }
    return null;
  }
}

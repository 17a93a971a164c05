package io.dateline.ingest.extract.scan;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A block-level element with the range of text blocks inside it. Filled by the scanner. */
public final class Box {
  private final int index;
  private final Element element;
  private final @Nullable Box parent;
  private final String tag;
  private final int roles;

  /** Roles of this element and all around it. */
  private final int rolesAround;

  private final int depth;
  private final int firstBlock;
  private int endBlock;
  private int words;
  private int runWords;

  Box(int index, Element element, @Nullable Box parent, int roles, int firstBlock) {
    this.index = index;
    this.element = element;
    this.parent = parent;
    this.tag = element.normalName();
    this.roles = roles;
    this.rolesAround = parent == null ? roles : roles | parent.rolesAround;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.firstBlock = firstBlock;
    this.endBlock = firstBlock;
  }

  void close(int end) {
    endBlock = end;
  }

  void count(int blockWords, boolean running) {
    words += blockWords;
    runWords += running ? blockWords : 0;
  }

  /** Place in document order. */
  public int index() {
    return index;
  }

  /** The element. */
  public Element element() {
    return element;
  }

  /** Lower-case tag name. */
  public String tag() {
    return tag;
  }

  /** Whether it is one of {@code h1} to {@code h6}. */
  public boolean isHeading() {
    return TagKinds.isHeading(tag());
  }

  /** The box around it; null for the root. */
  public @Nullable Box parent() {
    return parent;
  }

  /** Roles of this element alone, as bits of {@link Role}. */
  public int roles() {
    return roles;
  }

  /** Whether this element has the role. */
  public boolean is(Role role) {
    return role.in(roles);
  }

  /** Boxes around it. */
  public int depth() {
    return depth;
  }

  /** First block inside. */
  public int firstBlock() {
    return firstBlock;
  }

  /** One behind the last block inside. */
  public int endBlock() {
    return endBlock;
  }

  /** Words inside. */
  public int words() {
    return words;
  }

  /** Words inside that look like running text, wherever they stand. */
  public int runWords() {
    return runWords;
  }

  /** Whether a block lies inside. */
  public boolean holds(Block block) {
    return block.index() >= firstBlock && block.index() < endBlock;
  }

  /** Whether a box is this one or lies inside. */
  public boolean encloses(Box other) {
    Box at = other;
    while (at != null && at.depth > depth) {
      at = at.parent;
    }
    return at == this;
  }

  /** This box or the nearest around it with the role; null when none has it. */
  public @Nullable Box nearest(Role role) {
    Box at = role.in(rolesAround) ? this : null;
    while (at != null && !at.is(role)) {
      at = at.parent;
    }
    return at;
  }

  /** This box or the nearest around it of the tag; null when there is none. */
  public @Nullable Box nearest(String tag) {
    Box at = this;
    while (at != null && !at.tag.equals(tag)) {
      at = at.parent;
    }
    return at;
  }
}

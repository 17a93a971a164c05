package io.dateline.ingest.extract.scan;

/**
 * A run of text without a block border in it.
 *
 * @param index place in document order
 * @param box the nearest block-level element around it
 * @param text white space collapsed; single line breaks stand for {@code br}
 * @param words words in it; each CJK character counts as one
 * @param chars characters that are not white space
 * @param linkChars of these, inside links
 * @param boldChars of these, in bold or strong
 * @param lead end of the inline element it opens with, in UTF-16 units; 0 when it opens with text
 * @param leadRoles roles of that element
 * @param split whether it was parted from its neighbour by line breaks only
 */
public record Block(
    int index,
    Box box,
    String text,
    int words,
    int chars,
    int linkChars,
    int boldChars,
    int lead,
    int leadRoles,
    boolean split) {

  /** Share of the characters inside links, 0 to 1. */
  public double linkShare() {
    return chars == 0 ? 0 : (double) linkChars / chars;
  }

  /** Whether all of it is bold. */
  public boolean allBold() {
    return chars > 0 && boldChars >= chars * 0.95;
  }

  /** Lower-case name of the element around it. */
  public String tag() {
    return box.tag();
  }

  /** Whether it is a heading. */
  public boolean isHeading() {
    return box.isHeading();
  }
}

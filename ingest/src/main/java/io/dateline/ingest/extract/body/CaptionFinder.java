package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.Role;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Finds captions that stand in plain paragraphs: beside a picture, or saying what its alt says. */
final class CaptionFinder {

  private static final int MAX_CAPTION_WORDS = 45;
  private static final int MAX_BOX_WORDS = 70;
  private static final int MAX_BOX_BLOCKS = 3;
  private static final int MIN_ALT_WORDS = 4;
  private static final int MIN_ALT_CHARS = 16;

  /** Of the characters of a caption at least this share are letters or digits. */
  private static final double MIN_LETTERS = 0.6;

  private final BitSet captions = new BitSet();

  /** What the pictures' alternative texts say, and how long that is. */
  private final Set<String> alts = new HashSet<>();

  private final BitSet lengths = new BitSet();

  CaptionFinder(Page page, Box container) {
    for (Page.Spot image : page.images()) {
      String alt = image.element().attr("alt");
      if (alt.length() >= MIN_ALT_CHARS) {
        String key = TextMatch.key(alt);
        alts.add(key);
        lengths.set(key.length());
      }
      if (image.block() >= container.firstBlock() && image.block() <= container.endBlock()) {
        markBeside(page, image, container);
      }
    }
    if (!alts.isEmpty()) {
      markSame(page, container);
    }
  }

  private void markBeside(Page page, Page.Spot image, Box container) {
    Box top = null;
    Box at = image.box();
    while (at != null && at != container && isSmall(at)) {
      top = at;
      at = at.parent();
    }
    if (top == null) {
      return;
    }
    for (int i = top.firstBlock(); i < top.endBlock(); i++) {
      Block block = page.blocks().get(i);
      if (block.isHeading()) {
        return;
      }
    }
    for (int i = top.firstBlock(); i < top.endBlock(); i++) {
      Block block = page.blocks().get(i);
      boolean text = block.tag().equals("p") && Sentences.isEnded(block.text());
      if (!text && block.words() <= MAX_CAPTION_WORDS) {
        captions.set(i);
      }
    }
  }

  private static boolean isSmall(Box box) {
    return box.words() <= MAX_BOX_WORDS && box.endBlock() - box.firstBlock() <= MAX_BOX_BLOCKS;
  }

  /** A caption may also repeat a sentence of the text: then it stands in a caption's box, too. */
  private void markSame(Page page, Box container) {
    for (Block block : page.blocks()) {
      if (fits(block) && block.box().nearest(Role.CAPTION) != null) {
        alts.remove(TextMatch.key(block.text()));
      }
    }
    for (int i = container.firstBlock(); i < container.endBlock(); i++) {
      Block block = page.blocks().get(i);
      if (fits(block) && !block.isHeading() && alts.contains(TextMatch.key(block.text()))) {
        captions.set(i);
      }
    }
  }

  /** Whether its length is that of a caption, and of an alternative text. */
  private boolean fits(Block block) {
    int length = lengths.nextSetBit((int) (block.chars() * MIN_LETTERS));
    return block.words() >= MIN_ALT_WORDS
        && block.words() <= MAX_CAPTION_WORDS
        && length >= 0
        && length <= block.chars();
  }

  boolean isCaption(Block block) {
    return captions.get(block.index());
  }
}

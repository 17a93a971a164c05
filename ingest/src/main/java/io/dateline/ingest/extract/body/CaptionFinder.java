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

  private final BitSet captions = new BitSet();

  CaptionFinder(Page page, Box container) {
    Set<String> alts = new HashSet<>();
    for (Page.Spot image : page.images()) {
      String alt = image.element().attr("alt");
      if (alt.length() > 15) {
        alts.add(TextMatch.key(alt));
      }
      if (image.block() >= container.firstBlock() && image.block() <= container.endBlock()) {
        markBeside(page, image, container);
      }
    }
    if (!alts.isEmpty()) {
      markSame(page, container, alts);
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
  private void markSame(Page page, Box container, Set<String> alts) {
    for (Block block : page.blocks()) {
      boolean fits = block.words() >= MIN_ALT_WORDS && block.words() <= MAX_CAPTION_WORDS;
      if (fits && block.box().nearest(Role.CAPTION) != null) {
        alts.remove(TextMatch.key(block.text()));
      }
    }
    for (int i = container.firstBlock(); i < container.endBlock(); i++) {
      Block block = page.blocks().get(i);
      if (block.words() >= MIN_ALT_WORDS
          && block.words() <= MAX_CAPTION_WORDS
          && !block.isHeading()
          && alts.contains(TextMatch.key(block.text()))) {
        captions.set(i);
      }
    }
  }

  boolean isCaption(Block block) {
    return captions.get(block.index());
  }
}

package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.Role;

/**
 * What a page without any text looks like.
 *
 * @param headlines headings that are links
 * @param links other lines of some words that are nothing but a link, navigation apart
 * @param captions captions that are no links
 * @param players video players
 */
public record PageShape(int headlines, int links, int captions, int players) {

  private static final double LINK_ONLY = 0.9;
  private static final int MIN_HEADLINE_WORDS = 3;
  private static final int MIN_HEADLINES = 5;
  private static final int MIN_LINKS = 15;
  private static final int MIN_CAPTIONS = 5;

  /** The shape of a page. */
  public static PageShape of(Page page) {
    int headlines = 0;
    int links = 0;
    for (Block block : page.blocks()) {
      if (block.words() >= MIN_HEADLINE_WORDS && block.linkShare() >= LINK_ONLY) {
        headlines += block.isHeading() ? 1 : 0;
        boolean line = !block.isHeading() && block.box().nearest(Role.BOILERPLATE) == null;
        links += line ? 1 : 0;
      }
    }
    return new PageShape(headlines, links, captions(page), page.players());
  }

  private static int captions(Page page) {
    int captions = 0;
    for (Box box : page.boxes()) {
      boolean caption = box.is(Role.CAPTION) && box.words() > 0;
      captions += caption && !isLink(page.blocks().get(box.firstBlock())) ? 1 : 0;
    }
    return captions;
  }

  private static boolean isLink(Block block) {
    return block.linkShare() >= LINK_ONLY;
  }

  /** Whether it lists other pages. */
  boolean isList() {
    return headlines >= MIN_HEADLINES || links >= MIN_LINKS;
  }

  /** Whether it shows pictures with what is on them. */
  boolean isGallery() {
    return captions >= MIN_CAPTIONS;
  }

  /** Whether it is there for one film; several belong to a list. */
  boolean isFilm() {
    return players == 1;
  }
}

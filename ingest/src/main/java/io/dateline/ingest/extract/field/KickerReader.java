package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.Role;
import org.jspecify.annotations.Nullable;

/** Reads the line above the headline. */
public final class KickerReader {

  private static final int MAX_WORDS = 10;
  private static final int BLOCKS_ABOVE = 4;
  private static final int BLOCKS_BELOW = 2;

  /**
   * The kicker: a short block named so, just before the headline or inside its heading.
   *
   * @param heading block of the headline; -1 when there is none
   */
  public @Nullable String read(Page page, int heading, String headline) {
    if (heading < 0) {
      return null;
    }
    int to = Math.min(page.blocks().size(), heading + BLOCKS_BELOW);
    for (int i = Math.max(0, heading - BLOCKS_ABOVE); i < to; i++) {
      Block block = page.blocks().get(i);
      boolean named = block.box().nearest(Role.KICKER) != null;
      if (named && block.words() <= MAX_WORDS && !block.text().equals(headline)) {
        return block.text().replaceFirst("[\\s:|]+$", "");
      }
    }
    return null;
  }
}

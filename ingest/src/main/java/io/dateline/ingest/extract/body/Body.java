package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision on every block of a page.
 *
 * @param container the box that holds the article; null when there is no running text
 * @param blocks all blocks in reading order
 * @param verdicts one for each block
 */
public record Body(@Nullable Box container, List<Block> blocks, List<Verdict> verdicts) {

  /** Copies the lists. */
  public Body {
    blocks = List.copyOf(blocks);
    verdicts = List.copyOf(verdicts);
    if (blocks.size() != verdicts.size()) {
      throw new IllegalArgumentException("a block without a verdict");
    }
  }

  /** The kept blocks in reading order. */
  public List<Block> kept() {
    List<Block> kept = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (verdicts.get(i) instanceof Verdict.Kept) {
        kept.add(blocks.get(i));
      }
    }
    return kept;
  }

  /** Words of the kept blocks. */
  public int words() {
    return kept().stream().mapToInt(Block::words).sum();
  }
}

package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.model.Removal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what hangs behind the article inside its container: related lists and headings of nothing.
 */
final class TailTrimmer {

  private final Wordings.Phrases relatedHeads;

  TailTrimmer(Wordings wordings) {
    relatedHeads = wordings.section("relatedhead");
  }

  void trim(BlockClassifier.Context context, @Nullable Verdict[] verdicts) {
    List<Block> blocks = context.page.blocks();
    int end = context.container.endBlock();
    int start = context.container.firstBlock();
    cutRelated(blocks, verdicts, start, end);
    cutEmptyHeads(blocks, verdicts, start, end);
  }

  /** A heading of related things cuts all that follows up to running text under a new heading. */
  private void cutRelated(List<Block> blocks, @Nullable Verdict[] verdicts, int start, int end) {
    for (int i = start; i < end; i++) {
      Block head = blocks.get(i);
      boolean label = head.isHeading() || head.words() <= 6;
      if (!label || !relatedHeads.isWhole(head.text())) {
        continue;
      }
      verdicts[i] = new Verdict.Cut(Removal.Kind.BOILERPLATE, "related-head");
      for (int j = i + 1; j < end && !isRunning(blocks.get(j)); j++) {
        verdicts[j] = new Verdict.Cut(Removal.Kind.BOILERPLATE, "related");
      }
    }
  }

  private static boolean isRunning(Block block) {
    return block.words() >= 25 && block.linkShare() < 0.3;
  }

  private static void cutEmptyHeads(
      List<Block> blocks, @Nullable Verdict[] verdicts, int start, int end) {
    boolean text = false;
    for (int i = end - 1; i >= start; i--) {
      if (!(verdicts[i] instanceof Verdict.Kept)) {
        continue;
      }
      if (!blocks.get(i).isHeading()) {
        text = true;
      } else if (!text) {
        verdicts[i] = new Verdict.Cut(Removal.Kind.BOILERPLATE, "empty-head");
      }
    }
  }
}

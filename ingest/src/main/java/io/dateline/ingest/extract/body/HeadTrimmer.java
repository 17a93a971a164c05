package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Role;
import io.dateline.model.Removal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts what stands before the first sentence of an article: kickers, facts, labels. */
final class HeadTrimmer {

  private static final int MIN_PARAGRAPH_WORDS = 18;
  private static final double DESCRIBED = 0.7;

  private HeadTrimmer() {}

  static void trim(Context context, @Nullable Verdict[] verdicts) {
    List<Block> blocks = context.page.blocks();
    int first = firstParagraph(context, verdicts, blocks);
    for (int i = context.container.firstBlock(); i < first; i++) {
      Block block = blocks.get(i);
      if (verdicts[i] instanceof Verdict.Kept && !isLede(block, context)) {
        verdicts[i] = new Verdict.Cut(Removal.Kind.BOILERPLATE, "before-text");
      }
    }
  }

  private static int firstParagraph(
      Context context, @Nullable Verdict[] verdicts, List<Block> blocks) {
    for (int i = context.container.firstBlock(); i < context.container.endBlock(); i++) {
      Block block = blocks.get(i);
      if (verdicts[i] instanceof Verdict.Kept
          && block.words() >= MIN_PARAGRAPH_WORDS
          && !block.isHeading()
          && block.linkShare() < 0.5) {
        return i;
      }
    }
    return context.container.firstBlock();
  }

  private static boolean isLede(Block block, Context context) {
    if (Sentences.isEnded(block.text()) && !block.isHeading()) {
      return true;
    }
    if (block.box().nearest(Role.LEDE) != null && block.words() >= 5) {
      return true;
    }
    return block.words() >= 5
        && TextMatch.share(TextMatch.words(block.text()), context.descriptionWords) >= DESCRIBED;
  }
}

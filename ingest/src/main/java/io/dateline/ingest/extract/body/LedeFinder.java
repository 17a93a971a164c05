package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.Role;
import io.dateline.model.Paragraph;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fetches the lede where it stands between the headline and the container. */
final class LedeFinder {

  private static final double SAME_TEXT = 0.75;
  private static final int MIN_WORDS = 5;

  void add(Page page, Known known, BlockClassifier.Context context, @Nullable Verdict[] verdicts) {
    int from = context.heading == null ? -1 : context.heading.firstBlock();
    int to = context.container.firstBlock();
    List<Block> blocks = page.blocks();
    Set<String> description =
        known.description() == null ? Set.of() : TextMatch.words(known.description());
    if (from < 0) {
      return;
    }
    for (int i = from; i < to; i++) {
      Block block = blocks.get(i);
      if (isLede(block, description, context)) {
        verdicts[i] = new Verdict.Kept(Paragraph.Kind.LEDE, "lede");
        context.seen.add(TextMatch.key(block.text()));
      }
    }
  }

  private static boolean isLede(
      Block block, Set<String> description, BlockClassifier.Context context) {
    Role role = context.blocked.reason(block.box());
    boolean named = block.box().nearest(Role.LEDE) != null;
    if (block.words() < MIN_WORDS
        || block.linkShare() > 0.5
        || block.box() == context.heading
        || context.titles.contains(TextMatch.key(block.text()))) {
      return false;
    }
    if (role != null && role != Role.BOILERPLATE) {
      return false;
    }
    boolean described = TextMatch.share(TextMatch.words(block.text()), description) >= SAME_TEXT;
    return described || named && role == null;
  }
}

package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Role;
import io.dateline.model.Paragraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the lede where it stands between the headline and the container. German, French or
 * Spanish outlets open their article with it. In English it is the first paragraph; what stands
 * under the headline there is a standfirst that sums up the text, and stays the summary.
 */
final class LedeFinder {

  private static final double SAME_TEXT = 0.75;
  private static final int MIN_WORDS = 5;

  /** A standfirst is no longer than this, words. */
  private static final int MAX_STANDFIRST_WORDS = 35;

  private final FactRules facts;

  LedeFinder(Wordings wordings) {
    facts = new FactRules(wordings);
  }

  void add(Context context, @Nullable Verdict[] verdicts) {
    if (context.heading == null) {
      return;
    }
    List<Block> blocks = context.page.blocks();
    for (int i = context.heading.firstBlock(); i < context.container.firstBlock(); i++) {
      Block block = blocks.get(i);
      if (isLede(block, context) && context.seen.add(block.text())) {
        verdicts[i] = new Verdict.Kept(Paragraph.Kind.LEDE, "lede");
      }
    }
  }

  private boolean isLede(Block block, Context context) {
    Role role = context.blocked.reason(block.box());
    if (block.words() < MIN_WORDS || block.linkShare() > 0.5) {
      return false;
    }
    if ((role != null && role != Role.BOILERPLATE) || facts.judge(block, context) != null) {
      return false;
    }
    boolean named = block.box().nearest(Role.LEDE) != null;
    if (!isInText(block, context)
        && isEnglish(context)
        && (named || block.words() <= MAX_STANDFIRST_WORDS)) {
      return false;
    }
    boolean described =
        TextMatch.share(TextMatch.words(block.text()), context.descriptionWords) >= SAME_TEXT;
    return described || (named && role == null);
  }

  /** Whether an element named for the text, and not for the page, holds a block. */
  private static boolean isInText(Block block, Context context) {
    Box text = block.box().nearest(Role.BODY);
    return text != null && context.heading != null && !text.encloses(context.heading);
  }

  private static boolean isEnglish(Context context) {
    String language = context.page.language();
    return language != null && language.regionMatches(true, 0, "en", 0, 2);
  }
}

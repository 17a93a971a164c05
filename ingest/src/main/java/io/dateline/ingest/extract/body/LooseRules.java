package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Role;
import io.dateline.model.Removal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts short texts that stand loose in a page that marks its paragraphs: where nearly every word is
 * in {@code p}, a line straight in a {@code div} is a label, a button or a note of the page.
 */
final class LooseRules {

  /** From this share of the kept words in paragraphs on, a page marks its paragraphs. */
  private static final double MARKED_SHARE = 0.8;

  private static final int MAX_LABEL_WORDS = 20;

  /** Longest loose text behind the last paragraph that is cut, words. */
  private static final int MAX_TAIL_WORDS = 60;

  private static final Set<String> MARKED = Set.of("p", "li", "blockquote", "pre");
  private static final List<String> AROUND =
      List.of("li", "blockquote", "table", "dl", "p", "details", "h2", "h3", "h4", "h5", "h6");

  private static final Pattern HEADING =
      Pattern.compile("(?i)heading|title|(?:\\b|_)h[2-6]\\b|question");

  private LooseRules() {}

  static void trim(Context context, @Nullable Verdict[] verdicts) {
    List<Block> blocks = context.page.blocks();
    int first = -1;
    int last = -1;
    int words = 0;
    int marked = 0;
    for (int i = context.container.firstBlock(); i < context.container.endBlock(); i++) {
      if (verdicts[i] instanceof Verdict.Kept) {
        Block block = blocks.get(i);
        words += block.words();
        if (isMarked(block)) {
          marked += block.words();
          first = first < 0 ? i : first;
          last = block.isHeading() ? last : i;
        }
      }
    }
    if (marked < words * MARKED_SHARE || first < 0) {
      return;
    }
    for (int i = first + 1; i < context.container.endBlock(); i++) {
      Block block = blocks.get(i);
      boolean tail = i > last && !Sentences.isEnded(block.text());
      int limit = tail ? MAX_TAIL_WORDS : MAX_LABEL_WORDS;
      if (verdicts[i] instanceof Verdict.Kept && isLoose(block, limit)) {
        verdicts[i] = new Verdict.Cut(Removal.Kind.BOILERPLATE, "loose");
      }
    }
  }

  /** A question, or a line whose element is named for a heading. */
  private static boolean isHead(Block block) {
    return block.text().endsWith("?")
        || block.box().is(Role.TITLE)
        || block.box().is(Role.LEDE)
        || HEADING.matcher(block.box().element().className()).find();
  }

  private static boolean isMarked(Block block) {
    return block.isHeading() || MARKED.contains(block.tag());
  }

  private static boolean isLoose(Block block, int limit) {
    Box box = block.box();
    if (block.words() >= limit || isMarked(block) || isHead(block)) {
      return false;
    }
    return AROUND.stream().allMatch(tag -> box.nearest(tag) == null);
  }
}

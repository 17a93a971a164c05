package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.model.Removal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts rows of teasers for other articles: boxes alike side by side, each with a headline that is a
 * link and hardly more than a sentence of text.
 */
final class CardRules {

  private static final int MIN_CARDS = 4;
  private static final int MAX_CARD_WORDS = 70;
  private static final int MIN_LINK_WORDS = 4;
  private static final double LINK_ONLY = 0.9;

  /** The article has at least this many kept words in front of the first card. */
  private static final int MIN_WORDS_BEFORE = 120;

  private CardRules() {}

  static void trim(Context context, @Nullable Verdict[] verdicts) {
    Map<String, List<Box>> rows = new HashMap<>();
    for (Box box : context.page.boxes()) {
      Box parent = box.parent();
      boolean small = box.words() <= MAX_CARD_WORDS && box.endBlock() - box.firstBlock() >= 2;
      if (parent != null && small && context.container.encloses(box) && isCard(context, box)) {
        String name = parent.index() + " " + box.tag() + " " + box.element().className();
        rows.computeIfAbsent(name, k -> new ArrayList<>()).add(box);
      }
    }
    for (List<Box> row : rows.values()) {
      if (row.size() >= MIN_CARDS && isBehindText(context, verdicts, row.get(0).firstBlock())) {
        row.forEach(card -> cut(card, verdicts));
      }
    }
  }

  private static boolean isCard(Context context, Box box) {
    boolean link = false;
    boolean text = false;
    for (int i = box.firstBlock(); i < box.endBlock(); i++) {
      Block block = context.page.blocks().get(i);
      boolean only = block.linkShare() >= LINK_ONLY;
      link |= only && block.words() >= MIN_LINK_WORDS;
      text |= !only && block.words() >= MIN_LINK_WORDS;
    }
    return link && text;
  }

  private static boolean isBehindText(Context context, @Nullable Verdict[] verdicts, int first) {
    int words = 0;
    for (int i = context.container.firstBlock(); i < first; i++) {
      words += verdicts[i] instanceof Verdict.Kept ? context.page.blocks().get(i).words() : 0;
    }
    return words >= MIN_WORDS_BEFORE;
  }

  private static void cut(Box card, @Nullable Verdict[] verdicts) {
    for (int i = card.firstBlock(); i < card.endBlock(); i++) {
      if (verdicts[i] instanceof Verdict.Kept) {
        verdicts[i] = new Verdict.Cut(Removal.Kind.BOILERPLATE, "card");
      }
    }
  }
}

package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import java.util.List;
import java.util.Locale;

/**
 * Tells a short paragraph that asks the reader to subscribe to a newsletter or the like: it names
 * what is subscribed to and what to do for it, wherever in the sentence, and links to it.
 */
final class Appeals {

  private static final int MAX_WORDS = 45;

  private final List<String> names;
  private final List<String> acts;

  Appeals(Wordings wordings) {
    names = List.copyOf(wordings.section("appealfor").all());
    acts = List.copyOf(wordings.section("appealact").all());
  }

  boolean isAppeal(Block block) {
    if (block.words() > MAX_WORDS || block.linkShare() == 0) {
      return false;
    }
    String text = block.text().toLowerCase(Locale.ROOT);
    return names.stream().anyMatch(text::contains) && acts.stream().anyMatch(text::contains);
  }
}

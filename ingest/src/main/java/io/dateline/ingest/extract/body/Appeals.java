package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells a short paragraph that asks the reader to subscribe to a newsletter or the like: it names
 * what is subscribed to and what to do for it, wherever in the sentence, and links to it.
 */
final class Appeals {

  private static final int MAX_WORDS = 45;

  /** Names of what is subscribed to, as they are written at the start and within a sentence. */
  private final List<String> names = new ArrayList<>();

  private final List<String> acts;

  Appeals(Wordings wordings) {
    for (String name : wordings.section("appealfor").all()) {
      names.add(name);
      names.add(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }
    acts = List.copyOf(wordings.section("appealact").all());
  }

  boolean isAppeal(Block block) {
    String text = block.text();
    boolean asks = block.linkShare() > 0 && block.words() <= MAX_WORDS;
    if (!asks || names.stream().noneMatch(text::contains)) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return acts.stream().anyMatch(lower::contains);
  }
}

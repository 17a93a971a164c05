package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the heading that is the article's title. */
final class Headings {

  /** A heading with this share of the title's words, and of its own, is the title. */
  private static final double SAME_TITLE = 0.7;

  private Headings() {}

  /** The box of the main heading; null when none fits. */
  static @Nullable Box main(Page page, Known known) {
    List<Set<String>> titles = new ArrayList<>();
    for (String title : known.titles()) {
      titles.add(TextMatch.words(title));
    }
    Box best = null;
    double bestScore = 0;
    Box firstH1 = null;
    for (Block block : page.blocks()) {
      if (!block.isHeading() || block.tag().charAt(1) > '3') {
        continue;
      }
      boolean h1 = block.tag().equals("h1");
      firstH1 = h1 && firstH1 == null ? block.box() : firstH1;
      double score = similarity(TextMatch.words(block.text()), titles) + (h1 ? 0.2 : 0);
      if (score > bestScore && score >= SAME_TITLE) {
        best = block.box();
        bestScore = score;
      }
    }
    return best != null ? best : firstH1;
  }

  private static double similarity(Set<String> words, List<Set<String>> titles) {
    double best = 0;
    for (Set<String> title : titles) {
      best = Math.max(best, Math.min(TextMatch.share(words, title), TextMatch.share(title, words)));
    }
    return best;
  }
}

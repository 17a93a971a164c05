package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the smallest box that holds the article: the one with the largest share of the running
 * words times the density of running words in it.
 */
final class ContainerFinder {

  /** How much density counts against share; tuned on real pages. */
  private static final double DENSITY_POWER = 0.6;

  private static final double BODY_BONUS = 1.15;

  private static final int MIN_RUN_WORDS = 10;

  /** What a word counts where a name speaks against it. */
  private static final double SUSPECT_WEIGHT = 0.15;

  private ContainerFinder() {}

  /** The container; null when the page has no running text. */
  static @Nullable Box find(Page page, Blocked blocked) {
    List<Box> boxes = page.boxes();
    double[] words = new double[boxes.size()];
    double[] running = new double[boxes.size()];
    for (Block block : page.blocks()) {
      if (blocked.reason(block.box()) == null) {
        int at = block.box().index();
        words[at] += block.words();
        running[at] += isRunning(block) ? weight(block, blocked) : 0;
      }
    }
    for (int i = boxes.size() - 1; i > 0; i--) {
      Box parent = boxes.get(i).parent();
      if (parent != null) {
        words[parent.index()] += words[i];
        running[parent.index()] += running[i];
      }
    }
    return best(boxes, words, running);
  }

  private static @Nullable Box best(List<Box> boxes, double[] words, double[] running) {
    Box best = null;
    double bestScore = 0;
    double total = boxes.isEmpty() ? 0 : running[0];
    for (Box box : boxes) {
      int i = box.index();
      if (running[i] < MIN_RUN_WORDS) {
        continue;
      }
      double density = Math.min(1, running[i] / words[i]);
      double score = running[i] / total * Math.pow(density, DENSITY_POWER);
      score *= box.is(Role.BODY) || box.tag().equals("article") ? BODY_BONUS : 1;
      if (score >= bestScore) {
        best = box;
        bestScore = score;
      }
    }
    return best;
  }

  private static boolean isRunning(Block block) {
    return block.words() >= MIN_RUN_WORDS && block.linkShare() < 0.4 && !block.isHeading();
  }

  private static double weight(Block block, Blocked blocked) {
    return blocked.isSuspect(block.box()) ? block.words() * SUSPECT_WEIGHT : block.words();
  }
}

package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.TextMatch;
import io.dateline.ingest.extract.field.TitleChooser.Candidate;
import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the block of the headline: the heading that says what the page's own tags say, for a page
 * may put its name, a teaser or a label into an {@code h1} too.
 */
public final class HeadlineFinder {

  /** A shorter text is a label, letters and digits counted. */
  static final int MIN_KEY_CHARS = 12;

  /** A heading of more words was never closed. */
  static final int MAX_WORDS = 40;

  private HeadlineFinder() {}

  /**
   * Its block; the {@code h1} most like the tags when no heading says the same, else the first one;
   * -1 when there is none.
   *
   * @param offers the titles on offer
   */
  public static int find(Page page, List<Candidate> offers) {
    List<String> said = new ArrayList<>();
    for (Candidate offer : offers) {
      if (!offer.from().equals("h1")) {
        said.add(TextMatch.key(offer.text()));
      }
    }
    int first = -1;
    int other = -1;
    int alike = -1;
    double likeness = HeadingChooser.MIN_LIKENESS;
    for (Block block : page.blocks()) {
      if (block.isHeading() && block.words() <= MAX_WORDS) {
        boolean h1 = block.tag().equals("h1");
        first = h1 && first < 0 ? block.index() : first;
        if (isSaid(block.text(), said)) {
          if (h1) {
            return block.index();
          }
          other = other < 0 ? block.index() : other;
        }
        double share = h1 ? HeadingChooser.likeness(new Candidate("h1", block.text()), offers) : 0;
        if (share > likeness) {
          likeness = share;
          alike = block.index();
        }
      }
    }
    return other >= 0 ? other : alike >= 0 ? alike : first;
  }

  private static boolean isSaid(String text, List<String> said) {
    String key = TextMatch.key(text);
    return key.length() >= MIN_KEY_CHARS && said.stream().anyMatch(s -> s.startsWith(key));
  }
}

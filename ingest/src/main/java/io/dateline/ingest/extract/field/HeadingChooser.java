package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.TextMatch;
import io.dateline.ingest.extract.field.TitleChooser.Candidate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the heading that is the headline: the one most like what the page's tags say. */
final class HeadingChooser {

  /** Share of words that a heading and a tag must have in common to speak of the same. */
  static final double MIN_LIKENESS = 0.3;

  /** By how much a later heading must be more like the tags than an earlier one. */
  private static final double CLEARLY = 0.15;

  /** What likeness to the page's title counts beside that to the other tags: it names the site. */
  private static final double TITLE_TAG = 0.8;

  private static final int MIN_WORDS = 3;

  private HeadingChooser() {}

  /** The heading that shares most words with the tags; the first one when it has some words. */
  static @Nullable Candidate choose(List<Candidate> clean) {
    Candidate best = null;
    Candidate first = null;
    double bestShare = 0;
    for (Candidate candidate : clean) {
      if (candidate.from().equals("h1")) {
        first = first == null ? candidate : first;
        double share = likeness(candidate, clean);
        if (share > bestShare + CLEARLY) {
          best = candidate;
          bestShare = share;
        }
      }
    }
    if (best != null && bestShare >= MIN_LIKENESS) {
      return best;
    }
    boolean says = first != null && TextMatch.words(first.text()).size() >= MIN_WORDS;
    boolean only = clean.stream().filter(c -> c.from().equals("h1")).count() == 1;
    return says && (only || !tagsAgree(clean)) ? first : null;
  }

  /** Whether two kinds of tags say the same: no heading says it, but it is no accident. */
  private static boolean tagsAgree(List<Candidate> clean) {
    for (Candidate one : clean) {
      for (Candidate other : clean) {
        if (one.from().equals("og")
            && !other.from().equals("h1")
            && !other.from().equals("og")
            && TextMatch.key(one.text()).equals(TextMatch.key(other.text()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** How much a heading and the tag most like it have in common, 0 to 1. */
  static double likeness(Candidate title, List<Candidate> all) {
    Set<String> words = TextMatch.words(title.text());
    double best = all.stream().allMatch(c -> c.from().equals("h1")) ? MIN_LIKENESS : 0;
    for (Candidate other : all) {
      if (!other.from().equals("h1")) {
        Set<String> others = TextMatch.words(other.text());
        double both = TextMatch.share(words, others) * words.size();
        double alike = 2 * both / (words.size() + others.size());
        best = Math.max(best, other.from().equals("title") ? alike * TITLE_TAG : alike);
      }
    }
    return best;
  }
}

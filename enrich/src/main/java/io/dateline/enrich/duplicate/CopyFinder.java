package io.dateline.enrich.duplicate;

import io.dateline.model.ArticleUri;
import io.dateline.model.CopyGroup;
import io.dateline.model.CopyGroup.Role;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides, in arrival order, whose copy a text is. The state is the caller's. */
public final class CopyFinder {

  /** Least share of the shorter text that must stand in the longer one. */
  static final double MIN_CONTAINMENT = 0.5;

  /**
   * Least share of the longer text that must stand in the shorter one: a round-up that holds a
   * whole report is no copy of it.
   */
  static final double MIN_COVER = 0.25;

  private final CopyState state;

  /** Decides with what a state remembers. */
  public CopyFinder(CopyState state) {
    this.state = state;
  }

  /**
   * Puts a text into a group and remembers it. A later version of an article stays in its group.
   *
   * @param uri the article
   * @param sketch its text
   */
  public CopyGroup place(ArticleUri uri, Sketch sketch) {
    long article = Words.hashOf(uri.value());
    KnownText earlier = state.of(article);
    if (earlier != null) {
      state.remember(new KnownText(article, earlier.group(), sketch));
      boolean first = earlier.group().equals(uri.value());
      return new CopyGroup(earlier.group(), first ? Role.FIRST : Role.COPY, 100);
    }
    Match best = best(sketch);
    if (best == null) {
      state.remember(new KnownText(article, uri.value(), sketch));
      return new CopyGroup(uri.value(), Role.FIRST, 100);
    }
    state.remember(new KnownText(article, best.text.group(), sketch));
    int similarity = (int) Math.round(100 * best.overlap.ofThis());
    return new CopyGroup(best.text.group(), Role.COPY, similarity);
  }

  private @Nullable Match best(Sketch sketch) {
    Set<Long> seen = new HashSet<>();
    Match best = null;
    for (KnownText text : state.under(sketch.keys())) {
      if (seen.add(text.article())) {
        best = better(best, new Match(text, sketch.overlap(text.sketch())));
      }
    }
    return best;
  }

  private static @Nullable Match better(@Nullable Match best, Match next) {
    if (!next.isCopy()) {
      return best;
    }
    return best == null || next.score() > best.score() ? next : best;
  }

  private record Match(KnownText text, Sketch.Overlap overlap) {

    boolean isCopy() {
      return overlap.containment() >= MIN_CONTAINMENT
          && Math.min(overlap.ofThis(), overlap.ofOther()) >= MIN_COVER;
    }

    double score() {
      return overlap.ofThis() + overlap.ofOther();
    }
  }
}

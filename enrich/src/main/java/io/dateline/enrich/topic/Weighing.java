package io.dateline.enrich.topic;

import io.dateline.model.Passage;
import java.util.List;

/** How much a place in the article counts. */
final class Weighing {

  static final double HEADLINE = 3;
  static final double LEDE = 2;
  static final double SECTION = 3;
  static final double BODY = 1;

  /** Where there is no headline of its own, this many UTF-16 units of the body stand for it. */
  static final int HEADLINE_CHARS = 100;

  /** So many UTF-16 units at the start of the body count as lede. */
  static final int LEDE_CHARS = 350;

  private final List<Passage> passages;
  private final boolean headline;

  Weighing(List<Passage> passages) {
    this.passages = passages;
    this.headline = passages.stream().anyMatch(p -> p.part() == Passage.Part.HEADLINE);
  }

  double of(Hit hit) {
    return switch (passages.get(hit.passage()).part()) {
      case HEADLINE -> HEADLINE;
      case KICKER, SUMMARY, KEYWORD -> LEDE;
      case SECTION -> SECTION;
      case LOCATED -> 0;
      case BODY -> body(hit.start());
    };
  }

  private double body(int start) {
    if (!headline && start < HEADLINE_CHARS) {
      return HEADLINE;
    }
    return start < LEDE_CHARS ? LEDE : BODY;
  }
}

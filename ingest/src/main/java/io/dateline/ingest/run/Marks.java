package io.dateline.ingest.run;

import io.dateline.ingest.frontier.Mark;
import io.dateline.ingest.schedule.Relook;
import org.jspecify.annotations.Nullable;

/** Small rules on marks. */
final class Marks {

  private Marks() {}

  /** Null when no look is left. */
  static Mark.@Nullable Revisit unlessDone(Mark.@Nullable Revisit revisit) {
    return revisit == null || Relook.next(revisit.first(), revisit.looks()) == null
        ? null
        : revisit;
  }
}

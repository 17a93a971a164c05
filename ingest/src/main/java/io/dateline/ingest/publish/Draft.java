package io.dateline.ingest.publish;

import io.dateline.ingest.frontier.Frontier;

/**
 * Decides what to write, knowing the frontier as all earlier drafts left it. Called once for each
 * try of the transaction; must not change anything.
 */
@FunctionalInterface
public interface Draft {

  /** What to write. */
  Entry decide(Frontier frontier);
}

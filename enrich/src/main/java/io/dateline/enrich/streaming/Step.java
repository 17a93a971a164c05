package io.dateline.enrich.streaming;

import io.dateline.enrich.Draft;

/** What travels between the tagging stages. */
sealed interface Step {

  /** An article and what was found so far. */
  record Tagging(Draft draft) implements Step {}

  /** An article to forget. */
  record Erasure() implements Step {}
}

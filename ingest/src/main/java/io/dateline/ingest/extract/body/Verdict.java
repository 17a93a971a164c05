package io.dateline.ingest.extract.body;

import io.dateline.model.Paragraph;
import io.dateline.model.Removal;

/** What becomes of a block, and by which rule. */
public sealed interface Verdict {

  /** Name of the rule that decided. */
  String rule();

  /**
   * Part of the body.
   *
   * @param kind what kind of paragraph
   * @param rule name of the rule
   */
  record Kept(Paragraph.Kind kind, String rule) implements Verdict {}

  /**
   * Not part of the body.
   *
   * @param kind what it is instead
   * @param rule name of the rule
   */
  record Cut(Removal.Kind kind, String rule) implements Verdict {}
}

package io.dateline.ingest.extract.outlet;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a selector can be written for. */
public enum Part {
  /** The headline. */
  TITLE,
  /** The line above it. */
  KICKER,
  /** The teaser that is kept apart from the body. */
  SUMMARY,
  /** The people who wrote it, one element each or one line for all. */
  AUTHORS,
  /** When it was first published. */
  PUBLISHED,
  /** When it was last changed. */
  MODIFIED,
  /** The outlet's section. */
  SECTION,
  /** The outlet's keywords, one element each. */
  KEYWORDS,
  /** Elements that hold the text and more: the generic rules cut the rest out of them. */
  BODY,
  /** Exactly the elements that are the text; no rule cuts anything out of them. */
  PARAGRAPHS,
  /** Elements that nobody is to read. */
  REMOVE;

  /** Lower case, as in files and metrics. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static @Nullable Part of(String id) {
    for (Part part : values()) {
      if (part.id().equals(id)) {
        return part;
      }
    }
    return null;
  }
}

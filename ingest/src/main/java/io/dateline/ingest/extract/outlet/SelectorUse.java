package io.dateline.ingest.extract.outlet;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of an outlet's selectors on one page. A selector that finds nothing leaves its part
 * to the generic rules and is noted here: that is how the drift of a layout shows.
 *
 * @param outlet name of the outlet
 * @param since the version used
 * @param found parts that came from the selectors
 * @param missed parts whose selector found nothing
 */
public record SelectorUse(
    String outlet, @Nullable LocalDate since, Set<Part> found, Set<Part> missed) {

  /** Copies the sets. */
  public SelectorUse {
    found = Set.copyOf(found);
    missed = Set.copyOf(missed);
  }

  /** Whether the text's selector found nothing. */
  public boolean isBodyMissed() {
    return missed.contains(Part.BODY) || missed.contains(Part.PARAGRAPHS);
  }

  /** Whether a part's selector found nothing. */
  public boolean isMissed(Part part) {
    return missed.contains(part);
  }

  /** The version in words: "demo since 2024-03-01". */
  public String version() {
    return since == null ? outlet : outlet + " since " + since;
  }
}

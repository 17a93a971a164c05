package io.dateline.ingest.extract.outlet;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of an outlet's selectors: a layout of its pages.
 *
 * @param since first day of that layout; null: since ever
 * @param parts a selector for each part that it names; the generic rules read the others
 */
public record Selectors(@Nullable LocalDate since, Map<Part, PartSelector> parts) {

  /** Copies the map; checks that there is something in it. */
  public Selectors {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a version without a selector");
    }
    parts = Map.copyOf(new EnumMap<>(parts));
  }

  /** Whether this layout was in use on a day. */
  boolean isInUse(LocalDate day) {
    return since == null || !since.isAfter(day);
  }
}

package io.dateline.ingest.extract.outlet;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The selectors of one outlet.
 *
 * @param name its file's name without ending
 * @param hosts lower-case hosts whose pages, and those of their subdomains, are its own
 * @param versions oldest first
 */
public record Outlet(String name, List<String> hosts, List<Selectors> versions) {

  /** Sorts the versions; checks that there are hosts and versions. */
  public Outlet {
    hosts = hosts.stream().map(h -> h.toLowerCase(Locale.ROOT)).toList();
    versions =
        versions.stream()
            .sorted(
                Comparator.comparing(
                    Selectors::since, Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList();
    if (hosts.isEmpty() || versions.isEmpty()) {
      throw new IllegalArgumentException("an outlet needs hosts and versions");
    }
  }

  /**
   * The selectors for a page.
   *
   * @param day when the page was fetched, else when it was published; null: not known, the newest
   * @return null when all layouts are younger
   */
  public @Nullable Selectors on(@Nullable LocalDate day) {
    if (day == null) {
      return versions.getLast();
    }
    Selectors found = null;
    for (Selectors version : versions) {
      found = version.isInUse(day) ? version : found;
    }
    return found;
  }
}

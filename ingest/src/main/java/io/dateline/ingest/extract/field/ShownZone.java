package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.field.DateReader.Reading;
import io.dateline.ingest.extract.field.DateReader.Source;
import io.dateline.ingest.extract.scan.Page;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Finds the zone in which a page shows a time that its own data state in UTC. */
final class ShownZone {

  private static final int MAX_ZONE_MINUTES = 13 * 60;
  private static final Reading UTC = new Reading(ZoneOffset.UTC, true);

  private final ShownDates shown;

  ShownZone(ShownDates shown) {
    this.shown = shown;
  }

  /**
   * The same instant in the zone the page shows it in: where it stands near the headline with its
   * zone, or with a clock time a few whole half hours off, that is the outlet's own zone.
   */
  OffsetDateTime of(OffsetDateTime universal, Source s) {
    for (Page.Spot spot : s.page().times()) {
      if (ShownDates.away(spot, s) <= ShownDates.NEAR_BLOCKS) {
        OffsetDateTime zoned = shifted(universal, shown.inText(spot, UTC));
        if (zoned == null) {
          zoned = shifted(universal, shown.inAttributes(spot, UTC));
        }
        if (zoned != null) {
          return zoned;
        }
      }
    }
    int anchor = Math.max(0, ShownDates.anchor(s));
    int to = Math.min(s.page().blocks().size(), anchor + ShownDates.BLOCKS_ABOVE);
    for (int i = anchor; i < to; i++) {
      OffsetDateTime zoned = shifted(universal, shown.inBlock(s.page().blocks().get(i), UTC));
      if (zoned != null) {
        return zoned;
      }
    }
    return universal;
  }

  /** In the zone stated with the same minute, or the one that a clock without a zone is off by. */
  private static @Nullable OffsetDateTime shifted(
      OffsetDateTime universal, DateText.@Nullable Moment said) {
    if (said == null || !said.clock()) {
      return null;
    }
    OffsetDateTime minute = universal.truncatedTo(ChronoUnit.MINUTES);
    ZoneOffset own = said.at().getOffset();
    if (said.zoned()) {
      boolean same = said.at().truncatedTo(ChronoUnit.MINUTES).isEqual(minute);
      return same && own.getTotalSeconds() != 0 ? universal.withOffsetSameInstant(own) : null;
    }
    long minutes =
        Duration.between(minute.toLocalDateTime(), said.at().toLocalDateTime()).toMinutes();
    boolean zone = minutes != 0 && minutes % 30 == 0 && Math.abs(minutes) <= MAX_ZONE_MINUTES;
    return zone
        ? universal.withOffsetSameInstant(ZoneOffset.ofTotalSeconds((int) minutes * 60))
        : null;
  }
}

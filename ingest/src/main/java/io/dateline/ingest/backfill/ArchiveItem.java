package io.dateline.ingest.backfill;

import io.dateline.ingest.extract.PageBytes;
import io.dateline.model.Rejection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing found in an archive. */
public sealed interface ArchiveItem {

  /** Where it stands: "file.warc.gz@byte". */
  String origin();

  /**
   * A page as it was served.
   *
   * @param origin where it stands
   * @param page bytes and address, codings removed
   * @param captured when it was fetched
   */
  record Page(String origin, PageBytes page, @Nullable Instant captured) implements ArchiveItem {}

  /**
   * A record, or the rest of the file, that cannot be read.
   *
   * @param origin where it stands
   * @param rejection why
   */
  record Broken(String origin, Rejection rejection) implements ArchiveItem {}
}

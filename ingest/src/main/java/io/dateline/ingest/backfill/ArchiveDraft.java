package io.dateline.ingest.backfill;

import io.dateline.ingest.frontier.Frontier;
import io.dateline.ingest.frontier.Mark;
import io.dateline.ingest.publish.Draft;
import io.dateline.ingest.publish.Entry;
import io.dateline.ingest.publish.Versions;
import io.dateline.model.Article;
import io.dateline.model.Rejection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article out of an archive.
 *
 * @param article as read, with the time of its capture
 */
record ArchiveDraft(Article article) implements Draft {

  static Draft rejection(@Nullable Rejection rejection) {
    if (rejection == null) {
      throw new IllegalArgumentException("neither article nor rejection");
    }
    return frontier -> Entry.rejected(rejection, List.of());
  }

  @Override
  public Entry decide(Frontier frontier) {
    String uri = article.uri().value();
    Mark.PageMark known = frontier.get(uri) instanceof Mark.PageMark page ? page : null;
    Instant captured = article.provenance().fetchedAt();
    boolean older =
        known != null && known.version() > 0 && captured != null && captured.isBefore(known.seen());
    if (older || Versions.isKnown(article, known)) {
      return Entry.unchanged(List.of());
    }
    Article next = Versions.next(article, known);
    Mark.PageMark mark =
        new Mark.PageMark(
            uri,
            known == null ? null : known.source(),
            uri,
            Versions.hash(article),
            next.version(),
            captured == null ? Instant.EPOCH : captured,
            known == null ? null : known.revisit());
    return new Entry(
        next, Versions.headers(next, true), null, List.of(mark), Entry.Outcome.PUBLISHED);
  }
}

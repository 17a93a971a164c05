package io.dateline.ingest.run;

import io.dateline.ingest.frontier.Frontier;
import io.dateline.ingest.frontier.Mark;
import io.dateline.ingest.publish.Draft;
import io.dateline.ingest.publish.Entry;
import io.dateline.ingest.publish.Versions;
import io.dateline.model.Article;
import io.dateline.model.PubStatus;
import io.dateline.model.SourceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * An item of a wire, to be published when it is new. A version older than the one known never
 * overwrites it; a withdrawal is published once.
 *
 * @param source it belongs to
 * @param article as read
 * @param now when
 */
record WireDraft(SourceId source, Article article, Instant now) implements Draft {

  @Override
  public Entry decide(Frontier frontier) {
    String uri = article.uri().value();
    Mark.PageMark known = frontier.get(uri) instanceof Mark.PageMark page ? page : null;
    OffsetDateTime stated = article.dates().versionCreated();
    Instant made = stated == null ? now : stated.toInstant();
    boolean withdrawn = article.status() == PubStatus.CANCELED;
    boolean again = withdrawn && known != null && known.version() > 0 && known.hash() == null;
    // marks keep whole seconds
    boolean older = known != null && made.getEpochSecond() < known.seen().getEpochSecond();
    if (again || older || Versions.isKnown(article, known)) {
      return Entry.unchanged(List.of());
    }
    Article next = Versions.next(article, known);
    String hash = withdrawn ? null : Versions.hash(article);
    Mark mark = new Mark.PageMark(uri, source, uri, hash, next.version(), made, null);
    return new Entry(
        next, Versions.headers(next, false), null, List.of(mark), Entry.Outcome.PUBLISHED);
  }
}

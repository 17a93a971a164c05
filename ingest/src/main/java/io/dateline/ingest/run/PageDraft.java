package io.dateline.ingest.run;

import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.frontier.Frontier;
import io.dateline.ingest.frontier.Mark;
import io.dateline.ingest.publish.Draft;
import io.dateline.ingest.publish.Entry;
import io.dateline.ingest.publish.Versions;
import io.dateline.ingest.source.Source;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Dates;
import io.dateline.model.PubStatus;
import io.dateline.model.SourceId;
import io.dateline.model.Text;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article read from a page, to be published when it is new.
 *
 * @param url address the page was asked for
 * @param source it belongs to
 * @param article as read
 * @param now when
 */
record PageDraft(String url, SourceId source, Article article, Instant now) {

  Entry decide(Frontier frontier, Mark.@Nullable Revisit revisit) {
    String uri = article.uri().value();
    Mark.PageMark known = frontier.get(uri) instanceof Mark.PageMark page ? page : null;
    boolean same = Versions.isKnown(article, known);
    Article next = same ? article : Versions.next(article, known);
    String hash = Versions.hash(article);
    int version = known != null && same ? known.version() : next.version();
    Instant seen = known != null && same ? known.seen() : now;
    List<Mark> marks = new ArrayList<>();
    Mark.Revisit open = Marks.unlessDone(revisit);
    if (uri.equals(url)) {
      marks.add(new Mark.PageMark(url, source, uri, hash, version, seen, open));
    } else {
      marks.add(new Mark.PageMark(url, source, uri, null, 0, now, open));
      Mark.Revisit kept = known == null ? null : known.revisit();
      marks.add(new Mark.PageMark(uri, source, uri, hash, version, seen, kept));
    }
    return same
        ? Entry.unchanged(marks)
        : new Entry(next, Versions.headers(next, false), null, marks, Entry.Outcome.PUBLISHED);
  }

  /**
   * That an article is not there any more.
   *
   * @param certain whether it is believed at once; else when seen at two looks
   * @param words what the outlet or its server says
   */
  record Loss(boolean certain, String words) {

    /** 410 is certain, 404 is not. */
    static Loss of(FetchResult.Failed failed) {
      return new Loss(failed.status() == 410, failed.detail());
    }
  }

  /**
   * A page that was an article once and is not there any more.
   *
   * @param url address of the page
   * @param source it belongs to
   * @param before what was known
   * @param loss what says so
   * @param now when
   */
  record Gone(String url, Source source, Mark.PageMark before, Loss loss, Instant now)
      implements Draft {

    @Override
    public Entry decide(Frontier frontier) {
      Mark.PageMark looked = Found.lookedAgain(before);
      Mark.Revisit old = before.revisit();
      int misses = old == null ? 1 : old.misses() + 1;
      String uri = before.uri();
      Mark known = uri == null ? null : frontier.get(uri);
      boolean certain = loss.certain() || misses >= 2;
      if (!certain || !(known instanceof Mark.PageMark mark) || uri == null) {
        return Entry.unchanged(List.of(missed(looked, misses)));
      }
      Article notice = notice(uri, mark, old == null ? null : old.headline());
      List<Mark> marks = new ArrayList<>();
      marks.add(ended(url, notice.version(), url.equals(uri)));
      if (!url.equals(uri)) {
        marks.add(ended(uri, notice.version(), true));
      }
      return new Entry(
          notice, Versions.headers(notice, false), null, marks, Entry.Outcome.PUBLISHED);
    }

    private static Mark.PageMark missed(Mark.PageMark looked, int misses) {
      Mark.Revisit r = looked.revisit();
      Mark.Revisit next =
          r == null
              ? null
              : new Mark.Revisit(r.first(), r.looks(), r.validators(), r.headline(), misses);
      return new Mark.PageMark(
          looked.url(),
          looked.source(),
          looked.uri(),
          looked.hash(),
          looked.version(),
          looked.seen(),
          next);
    }

    private Mark.PageMark ended(String address, int version, boolean own) {
      return new Mark.PageMark(
          address, source.id(), before.uri(), null, own ? version : 0, now, null);
    }

    private Article notice(String uri, Mark.PageMark mark, @Nullable String headline) {
      Article empty =
          Article.builder(
                  new ArticleUri(uri),
                  new Text(headline == null ? "" : headline, null, null, List.of()))
              .status(PubStatus.CANCELED)
              .language(source.language())
              .dates(new Dates(null, now.atOffset(ZoneOffset.UTC)))
              .edNote("Withdrawn by the outlet: " + loss.words())
              .build();
      Article found =
          empty.toBuilder().provenance(empty.provenance().foundBy(source.id(), now)).build();
      return Versions.next(found, mark);
    }
  }
}

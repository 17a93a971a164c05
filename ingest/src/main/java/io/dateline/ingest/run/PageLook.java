package io.dateline.ingest.run;

import io.dateline.ingest.extract.ArticleExtractor;
import io.dateline.ingest.extract.ExtractResult;
import io.dateline.ingest.extract.PageBytes;
import io.dateline.ingest.extract.outlet.Outlets;
import io.dateline.ingest.extract.outlet.Part;
import io.dateline.ingest.extract.outlet.SelectorUse;
import io.dateline.ingest.fetch.FetchRequest;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.fetch.Kind;
import io.dateline.ingest.fetch.Validators;
import io.dateline.ingest.frontier.Lead;
import io.dateline.ingest.frontier.Mark;
import io.dateline.ingest.health.SourceVitals;
import io.dateline.ingest.publish.Draft;
import io.dateline.ingest.publish.Entry;
import io.dateline.ingest.publish.Ledger;
import io.dateline.ingest.schedule.Relook;
import io.dateline.ingest.source.Source;
import io.dateline.model.Article;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Stage;
import io.dateline.runtime.outbound.PrivateHosts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Looks at pages: the first time, and again for updates. */
final class PageLook {
  private final Source source;
  private final Tools tools;
  private final Ledger ledger;

  /** The outlet's selectors are for its pages, not for what its feed brings. */
  private final ArticleExtractor inFeed;

  PageLook(Source source, Tools tools, Ledger ledger) {
    this.source = source;
    this.tools = tools;
    this.ledger = ledger;
    inFeed = tools.extractor().with(Outlets.NONE);
  }

  /** The look that a mark still asks for; null when it is of another source or settled. */
  static @Nullable Task resume(Mark mark, Source source, Instant now) {
    if (!source.id().equals(mark.source())) {
      return null;
    }
    return switch (mark) {
      case Mark.FeedMark feed -> null;
      case Mark.WaitingMark waiting -> new Task.Look(now, waiting.lead(), 0);
      case Mark.PageMark page -> {
        Mark.Revisit revisit = page.revisit();
        Instant due = revisit == null ? null : Relook.next(revisit.first(), revisit.looks());
        yield due == null ? null : new Task.Look(due, Lead.of(page.url()), 0);
      }
    };
  }

  /**
   * Fetches and reads the page, and hands over what comes of it.
   *
   * @return the looks that follow, once that is committed
   */
  CompletableFuture<List<Task.Look>> run(Task.Look look) throws InterruptedException {
    if (look.tries() == 0) {
      tools.meters().fetch().in();
    }
    Mark.PageMark before =
        ledger.known(look.lead().url()) instanceof Mark.PageMark page ? page : null;
    if (InFeed.is(look.lead().url())) {
      return fromFeed(look, before);
    }
    FetchResult result = fetch(look.lead().url(), before);
    if (look.lead().content() != null && InFeed.isClosed(result)) {
      return fromFeed(look, before);
    }
    return switch (result) {
      case FetchResult.Fetched fetched -> fetched(look, before, fetched);
      case FetchResult.NotModified same -> same(look, before);
      case FetchResult.Postponed postponed -> next(later(look, postponed.pause()));
      case FetchResult.Disallowed no when no.retry() != null ->
          next(later(look, no.retry())); // nobody knows yet whether it is allowed
      case FetchResult.Disallowed no -> rejected(look, before, Reason.DISALLOWED, no.detail());
      case FetchResult.Redirected lost ->
          rejected(look, before, Reason.REDIRECTS, "redirected to " + lost.location());
      case FetchResult.Failed failed -> failed(look, before, failed);
    };
  }

  private FetchResult fetch(String url, Mark.@Nullable PageMark before)
      throws InterruptedException {
    Mark.Revisit revisit = before == null ? null : before.revisit();
    Validators validators = revisit == null ? Validators.NONE : revisit.validators();
    PrivateHosts privateHosts = new PrivateHosts(source.privateHosts());
    long started = System.nanoTime();
    FetchResult result =
        tools
            .fetcher()
            .get(new FetchRequest(url, Kind.PAGE, validators, source.id(), privateHosts));
    tools.meters().fetch().took(Duration.ofNanos(System.nanoTime() - started));
    return result;
  }

  private Task.Look later(Task.Look look, Duration pause) {
    int tries = Math.max(look.tries(), 1); // it is in the line now: not counted in again
    return new Task.Look(tools.clock().instant().plus(pause), look.lead(), tries);
  }

  private static CompletableFuture<List<Task.Look>> next(Task.Look look) {
    return CompletableFuture.completedFuture(List.of(look));
  }

  private CompletableFuture<List<Task.Look>> fetched(
      Task.Look look, Mark.@Nullable PageMark before, FetchResult.Fetched fetched)
      throws InterruptedException {
    tools.meters().fetch().out();
    tools.meters().extract().in();
    PageBytes page =
        new PageBytes(
                fetched.body(),
                fetched.url(),
                fetched.contentType(),
                Found.hints(look.lead(), source))
            .seenAt(tools.clock().instant());
    long started = System.nanoTime();
    ExtractResult result = (InFeed.isOf(fetched) ? inFeed : tools.extractor()).extract(page);
    tools.meters().extract().took(Duration.ofNanos(System.nanoTime() - started));
    String notice = WithdrawalNotice.in(before, result, fetched);
    if (notice != null && before != null) {
      return gone(look, before, new PageDraft.Loss(true, notice), true);
    }
    return switch (result) {
      case ExtractResult.Extracted extracted -> {
        tools.meters().extract().out();
        note(extracted);
        yield publish(look, before, fetched, extracted.article());
      }
      case ExtractResult.Dropped dropped -> {
        tools.book().note(source.id(), SourceVitals::dropped);
        yield drop(look, before, dropped.rejection());
      }
    };
  }

  /** The text that the feed itself brought, when there is no page or none for us. */
  private CompletableFuture<List<Task.Look>> fromFeed(
      Task.Look look, Mark.@Nullable PageMark before) throws InterruptedException {
    PageBytes page = InFeed.page(look.lead(), Found.hints(look.lead(), source));
    return fetched(look, before, InFeed.fetched(page));
  }

  /** A selector of the outlet's own that finds nothing counts like a part that is not there. */
  private void note(ExtractResult.Extracted extracted) {
    Article article = extracted.article();
    SelectorUse use = extracted.selectors();
    tools.meters().selectors(use);
    boolean noBody = use != null && use.isBodyMissed();
    boolean noDate = article.dates().latest() == null || extracted.misses(Part.PUBLISHED);
    boolean noTitle = article.text().headline().isEmpty() || extracted.misses(Part.TITLE);
    tools.book().note(source.id(), v -> v.read(noBody, noDate, noTitle));
  }

  private CompletableFuture<List<Task.Look>> publish(
      Task.Look look,
      Mark.@Nullable PageMark before,
      FetchResult.Fetched fetched,
      Article extracted)
      throws InterruptedException {
    tools.meters().publish().in();
    Instant now = tools.clock().instant();
    boolean inFeed = InFeed.isOf(fetched);
    Article article =
        inFeed
            ? InFeed.article(extracted, look.lead(), source, now)
            : Found.article(extracted, source, fetched, now);
    PageDraft draft = new PageDraft(look.lead().url(), source.id(), article, now);
    Mark.Revisit revisit =
        inFeed ? null : Found.revisit(before, fetched.validators(), article.text().headline(), now);
    long started = System.nanoTime();
    return settled(look, revisit, Stage.PUBLISH, frontier -> draft.decide(frontier, revisit))
        .whenComplete(
            (_, _) -> tools.meters().publish().took(Duration.ofNanos(System.nanoTime() - started)));
  }

  /** What becomes of the page when its draft is committed, and the look that follows. */
  private CompletableFuture<List<Task.Look>> settled(
      Task.Look look, Mark.@Nullable Revisit revisit, Stage stage, Draft draft)
      throws InterruptedException {
    return ledger
        .submit(draft)
        .thenApply(entry -> {
          settle(entry, stage);
          return nextLook(look, revisit);
        });
  }

  private void settle(Entry entry, Stage stage) {
    switch (entry.outcome()) {
      case PUBLISHED -> tools.meters().publish().out();
      case UNCHANGED -> {
        if (stage == Stage.FETCH) {
          tools.meters().fetch().unchanged();
        } else {
          tools.meters().publish().unchanged();
        }
      }
      case REJECTED -> {
        Rejection rejection = entry.rejection();
        if (rejection != null) {
          tools.meters().rejected(rejection.stage(), rejection.reason());
        }
      }
      case NOTED -> throw new IllegalStateException("a page cannot end as a note");
    }
  }

  private static List<Task.Look> nextLook(Task.Look look, Mark.@Nullable Revisit revisit) {
    Instant due = revisit == null ? null : Relook.next(revisit.first(), revisit.looks());
    return due == null ? List.of() : List.of(new Task.Look(due, Lead.of(look.lead().url()), 0));
  }

  private CompletableFuture<List<Task.Look>> same(Task.Look look, Mark.@Nullable PageMark before)
      throws InterruptedException {
    if (before == null) {
      return rejected(look, null, Reason.HTTP_STATUS, "304 to a request without validators");
    }
    Mark.PageMark after = Found.lookedAgain(before);
    return settled(look, after.revisit(), Stage.FETCH, frontier -> Entry.unchanged(List.of(after)));
  }

  private CompletableFuture<List<Task.Look>> drop(
      Task.Look look, Mark.@Nullable PageMark before, Rejection rejection)
      throws InterruptedException {
    Instant now = tools.clock().instant();
    Rejection full = rejection.from(look.lead().url(), source.id(), now);
    Mark.PageMark after = Found.dropped(look.lead().url(), source.id(), before, now);
    return settled(
        look, after.revisit(), Stage.EXTRACT, frontier -> Entry.rejected(full, List.of(after)));
  }

  private CompletableFuture<List<Task.Look>> failed(
      Task.Look look, Mark.@Nullable PageMark before, FetchResult.Failed failed)
      throws InterruptedException {
    if (failed.isTransient() && look.tries() + 1 < Relook.MAX_TRIES) {
      Duration pause = Relook.retry(look.tries() + 1, failed.retryAfter());
      return next(look.again(tools.clock().instant().plus(pause)));
    }
    boolean gone = failed.status() == 404 || failed.status() == 410;
    if (gone && before != null && before.uri() != null) {
      return gone(look, before, PageDraft.Loss.of(failed), false);
    }
    return rejected(look, before, failed.reason(), failed.detail());
  }

  /**
   * Takes the article back when that is certain.
   *
   * @param read whether the page was fetched and read, and counted so
   */
  private CompletableFuture<List<Task.Look>> gone(
      Task.Look look, Mark.PageMark before, PageDraft.Loss loss, boolean read)
      throws InterruptedException {
    Instant now = tools.clock().instant();
    PageDraft.Gone draft = new PageDraft.Gone(look.lead().url(), source, before, loss, now);
    return ledger
        .submit(draft)
        .thenApply(entry -> {
          boolean published = entry.outcome() == Entry.Outcome.PUBLISHED;
          if (published && !read) {
            tools.meters().fetch().out();
            tools.meters().extract().in();
          }
          if (published || read) {
            tools.meters().extract().out();
            tools.meters().publish().in();
          }
          settle(entry, read ? Stage.PUBLISH : Stage.FETCH);
          Mark mark = entry.marks().getFirst();
          return mark instanceof Mark.PageMark page ? nextLook(look, page.revisit()) : List.of();
        });
  }

  private CompletableFuture<List<Task.Look>> rejected(
      Task.Look look, Mark.@Nullable PageMark before, Reason reason, String detail)
      throws InterruptedException {
    Instant now = tools.clock().instant();
    Rejection rejection =
        Rejection.of(Stage.FETCH, reason, detail, look.lead().url())
            .from(look.lead().url(), source.id(), now);
    Mark.PageMark after = Found.dropped(look.lead().url(), source.id(), before, now);
    return settled(
        look, after.revisit(), Stage.FETCH, frontier -> Entry.rejected(rejection, List.of(after)));
  }
}

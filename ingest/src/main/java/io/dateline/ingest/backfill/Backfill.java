package io.dateline.ingest.backfill;

import io.dateline.ingest.extract.ArticleExtractor;
import io.dateline.ingest.extract.ExtractResult;
import io.dateline.ingest.extract.outlet.Outlets;
import io.dateline.ingest.publish.ArchiveLedger;
import io.dateline.ingest.publish.Entry;
import io.dateline.ingest.run.LineMeters;
import io.dateline.ingest.url.Urls;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Rejection;
import io.dateline.runtime.ChannelSetup;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the pages of archives into a running line. The same archive a second time publishes
 * nothing: what is known by uri and content hash counts as unchanged, and a page older than the
 * version known never overwrites it.
 */
public final class Backfill {

  /** Pages published in one transaction. */
  private static final int BATCH = 200;

  private final KafkaSettings kafka;
  private final InstantSource clock;
  private final LineMeters meters;
  private final ArticleExtractor extractor;

  /** A backfill into the line of this Kafka. */
  public Backfill(KafkaSettings kafka, Platform platform) {
    this(kafka, platform, Outlets.NONE);
  }

  /** The same with selectors written for single outlets. */
  public Backfill(KafkaSettings kafka, Platform platform, Outlets selectors) {
    extractor = new ArticleExtractor().with(selectors);
    this.kafka = kafka;
    clock = platform.clock();
    meters = new LineMeters(platform.meters());
  }

  /**
   * Reads the files one after the other.
   *
   * @param progress told the counts after each batch
   * @throws IOException naming the file that cannot be opened; what came before it is published
   */
  public BackfillReport run(List<Path> files, Consumer<BackfillReport> progress)
      throws IOException, InterruptedException {
    ChannelSetup.ensure(kafka);
    BackfillReport report = BackfillReport.EMPTY;
    int workers = Runtime.getRuntime().availableProcessors();
    try (ArchiveLedger ledger = ArchiveLedger.open(kafka);
        ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      for (Path file : files) {
        try (Archive archive = Archive.open(file)) {
          report = readFile(archive, ledger, pool, new Tally(report, progress));
        }
      }
    }
    return report;
  }

  /** The counts so far, and who wants to know. */
  private record Tally(BackfillReport report, Consumer<BackfillReport> progress) {

    Tally add(List<Entry> entries) {
      Tally next = new Tally(report.plus(entries), progress);
      progress.accept(next.report);
      return next;
    }
  }

  private BackfillReport readFile(
      Archive archive, ArchiveLedger ledger, ExecutorService pool, Tally begun)
      throws InterruptedException {
    Tally tally = begun;
    Deque<Future<Extraction>> ahead = new ArrayDeque<>();
    List<Extraction> batch = new ArrayList<>();
    for (ArchiveItem item = archive.next(); item != null; item = archive.next()) {
      ArchiveItem next = item;
      ahead.add(pool.submit(() -> extract(next)));
      if (ahead.size() >= BATCH / 4) {
        batch.add(await(ahead.remove()));
      }
      if (batch.size() >= BATCH) {
        tally = tally.add(write(batch, ledger));
        batch.clear();
      }
    }
    while (!ahead.isEmpty()) {
      batch.add(await(ahead.remove()));
    }
    return tally.add(write(batch, ledger)).report();
  }

  private static Extraction await(Future<Extraction> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("extraction failed: " + e.getCause(), e.getCause());
    }
  }

  private record Extraction(@Nullable Article article, @Nullable Rejection rejection) {}

  private Extraction extract(ArchiveItem item) {
    meters.fetch().in();
    return switch (item) {
      case ArchiveItem.Broken broken ->
          new Extraction(null, broken.rejection().from(broken.origin(), null, clock.instant()));
      case ArchiveItem.Page page -> {
        meters.fetch().out();
        meters.extract().in();
        yield switch (extractor.extract(page.page())) {
          case ExtractResult.Extracted extracted -> {
            meters.selectors(extracted.selectors());
            yield new Extraction(article(extracted.article(), page), null);
          }
          case ExtractResult.Dropped dropped ->
              new Extraction(null, dropped.rejection().from(page.origin(), null, clock.instant()));
        };
      }
    };
  }

  private Article article(Article extracted, ArchiveItem.Page page) {
    Instant captured = page.captured() == null ? clock.instant() : page.captured();
    String canonical = Urls.canonical(extracted.uri().value());
    return extracted.toBuilder()
        .uri(canonical == null ? extracted.uri() : new ArticleUri(canonical))
        .provenance(extracted.provenance().foundBy(extracted.provenance().source(), captured))
        .build();
  }

  private List<Entry> write(List<Extraction> batch, ArchiveLedger ledger)
      throws InterruptedException {
    List<Entry> entries =
        ledger.write(
            batch.stream()
                .map(e ->
                    e.article() != null
                        ? new ArchiveDraft(e.article())
                        : ArchiveDraft.rejection(e.rejection()))
                .toList());
    entries.forEach(this::count);
    return entries;
  }

  private void count(Entry entry) {
    Rejection rejection = entry.rejection();
    if (rejection != null) {
      meters.rejected(rejection.stage(), rejection.reason());
      return;
    }
    meters.extract().out();
    meters.publish().in();
    if (entry.outcome() == Entry.Outcome.PUBLISHED) {
      meters.publish().out();
    } else {
      meters.publish().unchanged();
    }
  }
}

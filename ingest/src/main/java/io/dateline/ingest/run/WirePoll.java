package io.dateline.ingest.run;

import io.dateline.ingest.publish.Entry;
import io.dateline.ingest.publish.Ledger;
import io.dateline.ingest.source.Source;
import io.dateline.ingest.wire.WireFile;
import io.dateline.ingest.wire.WireItem;
import io.dateline.ingest.wire.WireReader;
import io.dateline.model.Article;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the files that a wire delivers. Items are published first and the file is moved then: a
 * crash between leaves the file where it is, and reading it again finds nothing new.
 */
final class WirePoll {

  private static final Logger LOG = LoggerFactory.getLogger(WirePoll.class);

  /** Between two looks into the folder. */
  static final Duration SCAN = Duration.ofSeconds(1);

  /** Between two tries at a folder that cannot be read. */
  private static final Duration RETRY = Duration.ofSeconds(30);

  /** How long a file that ends early may still be in the making. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Source source;
  private final Tools tools;
  private final Ledger ledger;
  private final Map<String, WireFolder> folders = new HashMap<>();
  private final Map<Path, Instant> held = new HashMap<>();
  private boolean troubled;

  WirePoll(Source source, Tools tools, Ledger ledger) {
    this.source = source;
    this.tools = tools;
    this.ledger = ledger;
  }

  List<Task> run(Task.Poll poll) throws InterruptedException {
    Path root = tools.wires();
    if (root == null) {
      return failed(poll, Reason.FORBIDDEN_ADDRESS, "DATELINE_WIRES names no folder of wires");
    }
    try {
      int fresh = scan(poll.feed().wireName(), root);
      troubled = false;
      Instant now = tools.clock().instant();
      tools.book().note(source.id(), v -> v.polled(fresh, now));
      return List.of(new Task.Poll(now.plus(SCAN), poll.feed()));
    } catch (IOException e) {
      return failed(poll, Reason.UNREACHABLE, e.toString());
    }
  }

  private List<Task> failed(Task.Poll poll, Reason reason, String detail) {
    if (!troubled) {
      LOG.warn("source {}: {} cannot be read: {}", source.id(), poll.feed().url(), detail);
    }
    troubled = true;
    tools.book().note(source.id(), v -> v.failed(reason));
    return List.of(new Task.Poll(tools.clock().instant().plus(RETRY), poll.feed()));
  }

  /** Takes what is whole; returns how many versions were published. */
  private int scan(String name, Path root) throws IOException, InterruptedException {
    WireFolder folder = folders.get(name);
    if (folder == null) {
      folder = new WireFolder(root.resolve(name));
      folder.prepare();
      folders.put(name, folder);
    }
    Instant now = tools.clock().instant();
    held.keySet().removeIf(file -> !Files.exists(file));
    int published = 0;
    for (WireFolder.Delivered file : folder.settled(now)) {
      if (!held.getOrDefault(file.path(), Instant.MIN).isAfter(now)) {
        published += take(folder, file, now);
      }
    }
    return published;
  }

  private int take(WireFolder folder, WireFolder.Delivered file, Instant now)
      throws IOException, InterruptedException {
    String origin = folder.name() + "/" + file.path().getFileName();
    WireFile read;
    try {
      read =
          file.size() > WireReader.MAX_BYTES
              ? new WireFile.Bad(Reason.TOO_LARGE, file.size() + " bytes")
              : WireReader.read(Files.readAllBytes(file.path()));
    } catch (NoSuchFileException e) {
      LOG.info("source {}: {} is gone again", source.id(), origin);
      return 0;
    }
    return switch (read) {
      case WireFile.Unfinished early -> {
        if (file.since().plus(PATIENCE).isBefore(now)) {
          refuse(folder, file.path(), origin, Reason.BAD_WIRE_FILE, early.detail());
        }
        yield 0;
      }
      case WireFile.Bad bad -> {
        refuse(folder, file.path(), origin, bad.reason(), bad.detail());
        yield 0;
      }
      case WireFile.Items items -> items(folder, file.path(), origin, items);
    };
  }

  private int items(WireFolder folder, Path file, String origin, WireFile.Items items)
      throws IOException, InterruptedException {
    int published = 0;
    List<String> refused = new ArrayList<>(items.refused());
    Instant until = null;
    for (WireItem item : items.items()) {
      Instant embargo = item.embargo();
      Article article =
          WireArticle.of(item.article(), source, tools.extractor(), tools.clock().instant());
      if (embargo != null && embargo.isAfter(tools.clock().instant())) {
        until = earlier(until, embargo);
      } else if (WireArticle.isPublishable(article)) {
        published += publish(article) ? 1 : 0;
      } else {
        refused.add(article.uri() + ": " + article.status().id() + ", nothing to publish");
      }
    }
    if (until != null) {
      LOG.info("source {}: {} stays until its embargo ends at {}", source.id(), origin, until);
      held.put(file, until);
    } else if (refused.isEmpty()) {
      folder.done(file);
    } else {
      refuse(folder, file, origin, Reason.BAD_WIRE_FILE, String.join("; ", refused));
    }
    return published;
  }

  private static Instant earlier(@Nullable Instant first, Instant second) {
    return first == null || second.isBefore(first) ? second : first;
  }

  private boolean publish(Article article) throws InterruptedException {
    LineMeters meters = tools.meters();
    meters.fetch().in();
    meters.fetch().out();
    meters.extract().in();
    meters.extract().out();
    meters.publish().in();
    Entry entry = ledger.write(new WireDraft(source.id(), article, tools.clock().instant()));
    boolean isNew = entry.outcome() == Entry.Outcome.PUBLISHED;
    if (isNew) {
      meters.publish().out();
    } else {
      meters.publish().unchanged();
    }
    return isNew;
  }

  private void refuse(WireFolder folder, Path file, String origin, Reason reason, String detail)
      throws IOException, InterruptedException {
    tools.meters().fetch().in();
    Rejection rejection =
        Rejection.of(Stage.FETCH, reason, detail, origin)
            .from(origin, source.id(), tools.clock().instant());
    ledger.write(frontier -> Entry.rejected(rejection, List.of()));
    tools.meters().rejected(Stage.FETCH, reason);
    folder.failed(file, reason.id() + ": " + detail);
    LOG.warn("source {}: {} failed, {}: {}", source.id(), origin, reason.id(), detail);
  }
}

package io.dateline.serve.http;

import io.dateline.model.ninjs.CodecException;
import io.dateline.serve.format.ArticleList;
import io.dateline.serve.format.ListFormat;
import io.dateline.serve.format.ListWriter;
import io.dateline.serve.format.ListedArticle;
import io.dateline.serve.store.ArticleStore;
import io.dateline.serve.watch.Hit;
import io.dateline.serve.watch.Watch;
import io.dateline.serve.watch.Watches;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A feed for every watch: the articles it caught, newest hit first. */
final class WatchFeedRoutes {

  /** Articles of a feed. */
  static final int MAX_ENTRIES = 50;

  private final Watches watches;
  private final ArticleStore store;
  private final InstantSource clock;

  WatchFeedRoutes(Api.Parts parts, InstantSource clock) {
    this.watches = parts.watches();
    this.store = parts.articles();
    this.clock = clock;
  }

  void addTo(Router router) {
    router.add("GET", "/api/v1/watches/{}/feed.atom", exchange -> feed(exchange, ListFormat.ATOM));
    router.add(
        "GET", "/api/v1/watches/{}/feed.json", exchange -> feed(exchange, ListFormat.JSONFEED));
  }

  private void feed(Exchange exchange, ListFormat format) throws IOException, SQLException {
    exchange.parameters().allow();
    Watch watch =
        watches
            .find(exchange.segment(0))
            .orElseThrow(() -> ProblemException.of(404, "no watch has this id"));
    ArticleList list =
        new ArticleList(
            "Dateline: " + watch.name(),
            caught(watches.hits(watch.id())),
            null,
            null,
            exchange.self(),
            exchange.base(),
            clock.instant());
    try {
      exchange.send(200, format.contentType(), ListWriter.write(list, format));
    } catch (CodecException e) {
      throw new IllegalStateException("a stored article cannot be read", e);
    }
  }

  /** What is not stored yet, or was erased, is left out. */
  private List<ListedArticle> caught(List<Hit> hits) throws SQLException {
    Map<UUID, Instant> newest = new LinkedHashMap<>();
    for (Hit hit : hits) {
      if (newest.size() < MAX_ENTRIES) {
        newest.putIfAbsent(hit.article(), hit.at());
      }
    }
    Map<UUID, ListedArticle> stored = new HashMap<>();
    store.findAll(List.copyOf(newest.keySet())).forEach(found -> stored.put(found.id(), found));
    List<ListedArticle> listed = new ArrayList<>();
    newest.forEach((id, at) -> {
      ListedArticle found = stored.get(id);
      if (found != null) {
        listed.add(new ListedArticle(id, at, found.record()));
      }
    });
    return listed;
  }
}

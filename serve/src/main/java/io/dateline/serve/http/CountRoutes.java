package io.dateline.serve.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.SourceHealth;
import io.dateline.model.ninjs.Json;
import io.dateline.model.ninjs.SourceHealthCodec;
import io.dateline.serve.live.SourceStates;
import io.dateline.serve.store.CountStore;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers: volumes over time, outlets, rejections. */
final class CountRoutes {
  private final CountStore store;
  private final SourceStates states;
  private final Filters filters;

  CountRoutes(CountStore store, SourceStates states, Filters filters) {
    this.store = store;
    this.states = states;
    this.filters = filters;
  }

  void addTo(Router router) {
    router.add("GET", "/api/v1/counts", this::counts);
    router.add("GET", "/api/v1/sources", this::sources);
    router.add("GET", "/api/v1/rejections", this::rejections);
  }

  private void counts(Exchange exchange) throws IOException, SQLException {
    Parameters parameters =
        exchange
            .parameters()
            .allow("by", "interval", "topic", "country", "lang", "source", "from", "to");
    CountStore.Request request =
        new CountStore.Request(
            parameters.word("by", CountStore.By.ALL, CountStore.By.class),
            parameters.word("interval", CountStore.Interval.HOUR, CountStore.Interval.class),
            filters.read(parameters),
            parameters.time("from"),
            parameters.time("to"));
    ObjectNode root = Json.object();
    ArrayNode counts = root.putArray("counts");
    for (CountStore.Count count : store.count(request)) {
      ObjectNode node = counts.addObject().put("start", count.start().toString());
      node.put("value", count.value()).put("articles", count.articles());
      node.put("withoutCopies", count.withoutCopies());
    }
    root.put("complete", counts.size() < CountStore.MAX_ROWS);
    exchange.json(root);
  }

  private void sources(Exchange exchange) throws IOException, SQLException {
    exchange.parameters().allow();
    ObjectNode root = Json.object();
    ArrayNode sources = root.putArray("sources");
    Map<String, SourceHealth> watched = states.all();
    for (CountStore.Source source : store.sources()) {
      ObjectNode node = sources.addObject().put("id", source.id());
      node.put("articles", source.articles()).put("lastDay", source.lastDay());
      if (source.lastIngestedAt() != null) {
        node.put("lastIngestedAt", source.lastIngestedAt().toString());
      }
      put(node, watched.remove(source.id()));
    }
    watched.forEach((id, health) ->
        put(sources.addObject().put("id", id).put("articles", 0).put("lastDay", 0), health));
    exchange.json(root);
  }

  /** A source that nobody watches, such as one of an archive, has no health. */
  private static void put(ObjectNode node, @Nullable SourceHealth health) {
    if (health != null) {
      node.set("health", SourceHealthCodec.toNode(health));
    }
  }

  private void rejections(Exchange exchange) throws IOException, SQLException {
    exchange.parameters().allow();
    ObjectNode root = Json.object();
    ArrayNode rejections = root.putArray("rejections");
    for (CountStore.Rejected rejected : store.rejections()) {
      ObjectNode node = rejections.addObject().put("stage", rejected.stage());
      node.put("reason", rejected.reason()).put("rejected", rejected.rejected());
    }
    exchange.json(root);
  }
}

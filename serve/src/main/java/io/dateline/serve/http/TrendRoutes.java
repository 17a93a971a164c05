package io.dateline.serve.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.ninjs.Json;
import io.dateline.model.vocabulary.Topic;
import io.dateline.serve.store.CountStore;
import io.dateline.serve.store.TrendStore;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;

/** Topics against countries, and spikes. */
final class TrendRoutes {
  private final TrendStore store;
  private final Filters filters;
  private final InstantSource clock;
  private final Set<String> topTopics;

  TrendRoutes(Api.Parts parts, Filters filters, InstantSource clock) {
    store = parts.trends();
    this.filters = filters;
    this.clock = clock;
    topTopics =
        parts.topics().topics().stream()
            .filter(topic -> topic.broader() == null)
            .map(Topic::code)
            .collect(Collectors.toSet());
  }

  void addTo(Router router) {
    router.add("GET", "/api/v1/counts/grid", this::grid);
    router.add("GET", "/api/v1/counts/spikes", this::spikes);
  }

  private void grid(Exchange exchange) throws IOException, SQLException {
    Parameters parameters =
        exchange.parameters().allow("topic", "country", "lang", "source", "from", "to");
    TrendStore.Period period =
        new TrendStore.Period(
            filters.read(parameters), parameters.time("from"), parameters.time("to"));
    ObjectNode root = Json.object();
    ArrayNode cells = root.putArray("cells");
    for (TrendStore.Cell cell : store.grid(period, topTopics)) {
      ObjectNode node = cells.addObject().put("topic", cell.topic());
      node.put("country", cell.country()).put("articles", cell.articles());
    }
    root.put("complete", cells.size() < TrendStore.MAX_CELLS);
    exchange.json(root);
  }

  private void spikes(Exchange exchange) throws IOException, SQLException {
    Parameters parameters =
        exchange.parameters().allow("by", "topic", "country", "lang", "source", "to");
    CountStore.By by = parameters.word("by", CountStore.By.TOPIC, CountStore.By.class);
    Instant to = parameters.time("to");
    TrendStore.Spikes found =
        store.spikes(by, filters.read(parameters), to == null ? clock.instant() : to);
    ObjectNode root = Json.object().put("pastDays", found.pastDays());
    ArrayNode spikes = root.putArray("spikes");
    for (TrendStore.Spike spike : found.spikes()) {
      ObjectNode node = spikes.addObject().put("value", spike.value());
      node.put("lastDay", spike.lastDay()).put("usual", round(spike.usual()));
      node.put("score", round(spike.score()));
      ArrayNode articles = node.putArray("articles");
      for (TrendStore.Behind behind : spike.articles()) {
        articles
            .addObject()
            .put("id", behind.id().toString())
            .put("headline", behind.headline())
            .put("at", behind.at().toString());
      }
    }
    exchange.json(root);
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }
}

package io.dateline.serve.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.ninjs.Json;
import io.dateline.serve.store.CountStore;
import java.io.IOException;
import java.sql.SQLException;

/** Numbers: volumes over time, rejections. */
final class CountRoutes {
  private final CountStore store;
  private final Filters filters;

  CountRoutes(CountStore store, Filters filters) {
    this.store = store;
    this.filters = filters;
  }

  void addTo(Router router) {
    router.add("GET", "/api/v1/counts", this::counts);
    router.add("GET", "/api/v1/rejections", this::rejections);
  }

  private void counts(Exchange exchange) throws IOException, SQLException {
    Parameters parameters =
        exchange
            .parameters()
            .allow("by", "interval", "topic", "country", "lang", "source", "from", "to", "copies");
    CountStore.Request request =
        new CountStore.Request(
            parameters.word("by", CountStore.By.ALL, CountStore.By.class),
            parameters.word("interval", CountStore.Interval.HOUR, CountStore.Interval.class),
            filters.read(parameters),
            parameters.time("from"),
            parameters.time("to"),
            Copies.read(parameters) == Copies.FIRST);
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

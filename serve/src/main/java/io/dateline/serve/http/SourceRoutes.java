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

/** Sources: how they do, and one more. */
final class SourceRoutes {
  private final CountStore store;
  private final SourceStates states;
  private final SourceIntake intake;

  SourceRoutes(CountStore store, SourceStates states, SourceIntake intake) {
    this.store = store;
    this.states = states;
    this.intake = intake;
  }

  void addTo(Router router) {
    router.add("GET", "/api/v1/sources", this::list);
    router.add("POST", "/api/v1/sources", this::add);
  }

  private void list(Exchange exchange) throws IOException, SQLException {
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

  private void add(Exchange exchange) throws IOException, InterruptedException {
    exchange.parameters().allow();
    switch (intake.add(exchange.body())) {
      case SourceIntake.Added added -> exchange.send(201, "application/json", added.json());
      case SourceIntake.Refused refused -> throw ProblemException.of(400, refused.why());
      case SourceIntake.Taken taken ->
          throw ProblemException.of(409, "another source has the id '" + taken.id() + "'");
      case SourceIntake.Unavailable away -> throw ProblemException.of(503, away.why());
    }
  }
}

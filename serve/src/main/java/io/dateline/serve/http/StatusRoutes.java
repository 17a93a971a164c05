package io.dateline.serve.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.ninjs.Json;
import io.dateline.model.vocabulary.Topic;
import io.dateline.model.vocabulary.TopicTable;
import io.dateline.runtime.HealthReport;
import io.dateline.runtime.Platform;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;

/** Health, metrics and vocabularies. */
final class StatusRoutes {
  private final Platform platform;
  private final TopicTable topics;

  StatusRoutes(Platform platform, TopicTable topics) {
    this.platform = platform;
    this.topics = topics;
  }

  void addTo(Router router) {
    router.add("GET", "/livez", exchange -> health(exchange, platform.health().isLive()));
    router.add("GET", "/readyz", exchange -> health(exchange, platform.health().isReady()));
    router.add("GET", "/metrics", this::metrics);
    router.add("GET", "/api/v1/vocab/topics", this::topics);
  }

  private void health(Exchange exchange, boolean well) throws IOException {
    byte[] report = HealthReport.of(platform.health());
    exchange.send(well ? 200 : 503, "application/json", report);
  }

  private void metrics(Exchange exchange) throws IOException {
    if (!(platform.meters() instanceof PrometheusMeterRegistry registry)) {
      throw ProblemException.of(404, "metrics are not kept for Prometheus here");
    }
    byte[] body = registry.scrape().getBytes(UTF_8);
    exchange.send(200, "text/plain; version=0.0.4; charset=utf-8", body);
  }

  private void topics(Exchange exchange) throws IOException {
    exchange.parameters().allow();
    ObjectNode root = Json.object();
    ArrayNode array = root.putArray("topics");
    for (Topic topic : topics.topics()) {
      ObjectNode node = array.addObject().put("code", topic.code());
      node.put("broader", topic.broader());
      ObjectNode names = node.putObject("names");
      topic.names().entrySet().stream()
          .sorted(java.util.Map.Entry.comparingByKey())
          .forEach(name -> names.put(name.getKey(), name.getValue()));
    }
    exchange.json(root);
  }
}

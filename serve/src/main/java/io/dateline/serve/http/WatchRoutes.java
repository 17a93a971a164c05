package io.dateline.serve.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.Json;
import io.dateline.query.ArticleQuery;
import io.dateline.query.QueryLanguage;
import io.dateline.query.TagFilter;
import io.dateline.serve.alert.Alerts;
import io.dateline.serve.alert.DeliveryCodec;
import io.dateline.serve.search.ArticleSearch;
import io.dateline.serve.search.Facet;
import io.dateline.serve.search.SearchRequest;
import io.dateline.serve.search.SearchResult;
import io.dateline.serve.watch.Alert;
import io.dateline.serve.watch.AlertCodec;
import io.dateline.serve.watch.Watch;
import io.dateline.serve.watch.WatchCodec;
import io.dateline.serve.watch.WatchWriter;
import io.dateline.serve.watch.Watches;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/** Watches: list, create, change, delete, what they caught and what they would have caught. */
final class WatchRoutes {

  /** How far back a preview looks. */
  static final Duration PREVIEW = Duration.ofDays(7);

  private final Watches watches;
  private final WatchWriter writer;
  private final Alerts alerts;
  private final ArticleSearch search;
  private final Filters filters;
  private final InstantSource clock;

  WatchRoutes(Api.Parts parts, Filters filters, InstantSource clock) {
    this.watches = parts.watches();
    this.writer = parts.watchWriter();
    this.alerts = parts.alerts();
    this.search = parts.search();
    this.filters = filters;
    this.clock = clock;
  }

  void addTo(Router router) {
    router.add("GET", "/api/v1/watches", this::list);
    router.add("POST", "/api/v1/watches", this::create);
    router.add("POST", "/api/v1/watches/preview", this::preview);
    router.add("GET", "/api/v1/watches/{}", this::get);
    router.add("PUT", "/api/v1/watches/{}", this::change);
    router.add("DELETE", "/api/v1/watches/{}", this::delete);
    router.add("GET", "/api/v1/watches/{}/hits", this::hits);
    router.add("GET", "/api/v1/watches/{}/deliveries", this::deliveries);
  }

  private void list(Exchange exchange) throws IOException {
    exchange.parameters().allow();
    ObjectNode root = Json.object();
    ArrayNode array = root.putArray("watches");
    watches.all().forEach(watch -> array.add(WatchCodec.toTree(watch)));
    exchange.json(root);
  }

  private void get(Exchange exchange) throws IOException {
    exchange.parameters().allow();
    exchange.json(WatchCodec.toTree(known(exchange)));
  }

  private void create(Exchange exchange) throws IOException, InterruptedException {
    if (watches.all().size() >= Watches.MAX_WATCHES) {
      throw ProblemException.of(409, "there are " + Watches.MAX_WATCHES + " watches already");
    }
    Watch watch = read(exchange, UUID.randomUUID().toString(), clock.instant(), List.of());
    save(watch);
    exchange
        .set("Location", "/api/v1/watches/" + watch.id())
        .send(201, "application/json", Json.write(WatchCodec.toTree(watch)));
  }

  private void change(Exchange exchange) throws IOException, InterruptedException {
    Watch before = known(exchange);
    Watch watch = read(exchange, before.id(), before.createdAt(), before.alerts());
    save(watch);
    exchange.json(WatchCodec.toTree(watch));
  }

  private void save(Watch watch) throws InterruptedException {
    try {
      writer.save(watch);
    } catch (TimeoutException e) {
      throw ProblemException.of(503, String.valueOf(e.getMessage()));
    }
  }

  private void delete(Exchange exchange) throws IOException, InterruptedException {
    Watch watch = known(exchange);
    try {
      writer.delete(watch.id());
    } catch (TimeoutException e) {
      throw ProblemException.of(503, String.valueOf(e.getMessage()));
    }
    exchange.send(204);
  }

  private void hits(Exchange exchange) throws IOException {
    exchange.parameters().allow();
    ObjectNode root = Json.object();
    ArrayNode array = root.putArray("hits");
    watches.hits(known(exchange).id()).forEach(hit -> array.add(WatchCodec.toTree(hit)));
    exchange.json(root);
  }

  private void deliveries(Exchange exchange) throws IOException {
    exchange.parameters().allow();
    ObjectNode root = Json.object();
    ArrayNode array = root.putArray("deliveries");
    alerts.of(known(exchange).id()).forEach(each -> array.add(DeliveryCodec.toTree(each)));
    exchange.json(root);
  }

  private void preview(Exchange exchange) throws IOException {
    JsonNode body = body(exchange);
    ArticleQuery query = filters.query(text(body, "query"), "query");
    Instant from = clock.instant().minus(PREVIEW);
    boolean once = body.path("oncePerText").asBoolean();
    SearchResult found =
        search.count(
            new SearchRequest(
                QueryLanguage.narrow(query, TagFilter.NONE, from, null),
                once,
                SearchRequest.Order.NEWEST,
                null,
                0,
                1));
    ObjectNode root = Json.object().put("total", found.total());
    ObjectNode days = root.putObject("days");
    found.facets().getOrDefault(Facet.DAY, Map.of()).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(day -> days.put(day.getKey(), day.getValue()));
    exchange.json(root);
  }

  private Watch known(Exchange exchange) {
    return watches
        .find(exchange.segment(0))
        .orElseThrow(() -> ProblemException.of(404, "no watch has this id"));
  }

  private Watch read(Exchange exchange, String id, Instant createdAt, List<Alert> before)
      throws IOException {
    JsonNode body = body(exchange);
    List<Alert> sent = alerts(body, before);
    String query = text(body, "query");
    filters.query(query, "query");
    try {
      return new Watch(
          id,
          text(body, "name"),
          query,
          body.path("paused").asBoolean(),
          body.path("oncePerText").asBoolean(),
          createdAt,
          sent);
    } catch (IllegalArgumentException e) {
      throw ProblemException.parameter("name", String.valueOf(e.getMessage()));
    }
  }

  private List<Alert> alerts(JsonNode body, List<Alert> before) {
    try {
      List<Alert> read = AlertCodec.read(body.path("alerts"), before);
      for (Alert alert : read) {
        String refusal = alerts.refusal(alert);
        if (refusal != null) {
          throw ProblemException.parameter("alerts", refusal);
        }
      }
      return read;
    } catch (IllegalArgumentException e) {
      throw ProblemException.parameter("alerts", String.valueOf(e.getMessage()));
    }
  }

  private static JsonNode body(Exchange exchange) throws IOException {
    try {
      return Json.read(exchange.body());
    } catch (CodecException e) {
      throw ProblemException.of(400, "the body is no JSON object: " + e.getMessage());
    }
  }

  private static String text(JsonNode body, String field) {
    JsonNode value = body.get(field);
    if (value == null || !value.isTextual() || value.textValue().isBlank()) {
      throw ProblemException.parameter(field, "missing, or no text");
    }
    return value.textValue();
  }
}

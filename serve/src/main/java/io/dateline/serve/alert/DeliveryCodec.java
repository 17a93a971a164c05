package io.dateline.serve.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.ninjs.Json;
import io.dateline.serve.watch.WatchCodec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;

/** Deliveries as JSON. */
public final class DeliveryCodec {

  private DeliveryCodec() {}

  /** A delivery as a tree. */
  public static ObjectNode toTree(Delivery delivery) {
    ObjectNode node = Json.object().put("id", delivery.id()).put("alert", delivery.alert());
    node.put("state", delivery.state().name().toLowerCase(Locale.ROOT));
    node.put("attempts", delivery.attempts()).put("at", delivery.dueAt().toString());
    node.put("note", delivery.note());
    node.set("hit", WatchCodec.toTree(delivery.hit()));
    return node;
  }

  static Delivery read(byte[] bytes) {
    JsonNode node = WatchCodec.read(bytes);
    try {
      return new Delivery(
          node.path("id").asText(),
          node.path("alert").asText(),
          WatchCodec.hit(node.path("hit")),
          Delivery.State.valueOf(node.path("state").asText().toUpperCase(Locale.ROOT)),
          node.path("attempts").asInt(),
          Instant.parse(node.path("at").asText()),
          node.path("note").asText());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("field 'at' is no time", e);
    }
  }
}

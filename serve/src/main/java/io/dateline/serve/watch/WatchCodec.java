package io.dateline.serve.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Watches and hits as JSON; unknown fields are ignored. */
public final class WatchCodec {

  private WatchCodec() {}

  /** A watch as a tree, without secrets. */
  public static ObjectNode toTree(Watch watch) {
    ObjectNode node = head(watch);
    ArrayNode alerts = node.putArray("alerts");
    watch.alerts().forEach(alert -> alerts.add(AlertCodec.toTree(alert)));
    return node;
  }

  /** A watch as the record of its channel, with secrets. */
  static byte[] toRecord(Watch watch) {
    ObjectNode node = head(watch);
    ArrayNode alerts = node.putArray("alerts");
    watch.alerts().forEach(alert -> alerts.add(AlertCodec.toRecord(alert)));
    return Json.write(node);
  }

  private static ObjectNode head(Watch watch) {
    ObjectNode node = Json.object().put("id", watch.id()).put("name", watch.name());
    node.put("query", watch.query()).put("paused", watch.paused());
    node.put("oncePerText", watch.oncePerText()).put("createdAt", watch.createdAt().toString());
    return node;
  }

  /**
   * Reads a watch.
   *
   * @throws IllegalArgumentException saying which field is wrong
   */
  public static Watch watch(JsonNode node) {
    return new Watch(
        text(node, "id"),
        text(node, "name"),
        text(node, "query"),
        node.path("paused").asBoolean(),
        node.path("oncePerText").asBoolean(),
        time(node, "createdAt"),
        AlertCodec.read(node.path("alerts"), List.of()));
  }

  /** A hit as a tree. */
  public static ObjectNode toTree(Hit hit) {
    ObjectNode node = Json.object().put("id", hit.id()).put("watch", hit.watch());
    node.put("article", hit.article().toString()).put("uri", hit.uri());
    node.put("version", hit.version()).put("headline", hit.headline());
    node.put("event", hit.event()).put("at", hit.at().toString());
    ArrayNode words = node.putArray("words");
    hit.words().forEach(words::add);
    node.put("matching", hit.matching());
    if (hit.copyGroup() != null) {
      node.put("copyGroup", hit.copyGroup());
    }
    return node;
  }

  /** A hit as the record of its channel. */
  static byte[] toRecord(Hit hit) {
    return Json.write(toTree(hit));
  }

  /**
   * Reads a hit.
   *
   * @throws IllegalArgumentException saying which field is wrong
   */
  public static Hit hit(JsonNode node) {
    return new Hit(
        text(node, "id"),
        text(node, "watch"),
        UUID.fromString(text(node, "article")),
        text(node, "uri"),
        node.path("version").asInt(),
        text(node, "headline"),
        text(node, "event"),
        time(node, "at"),
        words(node.path("words")),
        node.path("matching").asBoolean(true),
        node.path("copyGroup").asText(null));
  }

  private static List<String> words(JsonNode node) {
    List<String> words = new ArrayList<>();
    node.forEach(word -> words.add(word.asText()));
    return words;
  }

  /**
   * Reads a record of one of the channels.
   *
   * @throws IllegalArgumentException when it is no JSON object
   */
  public static ObjectNode read(byte[] bytes) {
    try {
      return Json.read(bytes);
    } catch (CodecException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || !value.isTextual()) {
      throw new IllegalArgumentException("field '" + field + "' is missing or no string");
    }
    return value.textValue();
  }

  private static Instant time(JsonNode node, String field) {
    try {
      return Instant.parse(text(node, field));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("field '" + field + "' is no time", e);
    }
  }
}

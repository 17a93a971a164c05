package io.dateline.model.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.Reason;
import io.dateline.model.SourceHealth;
import io.dateline.model.SourceId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Source health to and from the JSON of its channel. */
public final class SourceHealthCodec {

  private static final double DIGITS = 1e4;

  private SourceHealthCodec() {}

  /** The health in UTF-8. */
  public static byte[] toJson(SourceHealth health) {
    return Json.write(toNode(health));
  }

  /** The health as a JSON tree, for answers that hold more. */
  public static ObjectNode toNode(SourceHealth health) {
    ObjectNode node = Json.object();
    node.put("source", health.source().value()).put("state", health.state().id());
    Json.put(node, "reason", health.reason());
    node.put("at", health.at().toString()).put("since", health.since().toString());
    node.put("begun", health.begun().toString());
    Json.put(node, "lastSuccess", text(health.lastSuccess()));
    Json.put(node, "lastNew", text(health.lastNew()));
    node.put("arrivals", health.arrivals()).put("failures", health.failures());
    Json.put(node, "failure", health.failure() == null ? null : health.failure().id());
    node.put("expectedPerDay", round(health.rate().perDay()));
    ObjectNode rate = node.putObject("rate");
    health.rate().arrivals().forEach(rate.putArray("arrivals")::add);
    health.rate().hours().forEach(rate.putArray("hours")::add);
    SourceHealth.Drift drift = health.drift();
    ObjectNode pages = node.putObject("drift").put("pages", drift.pages());
    share(pages.putObject("noBody"), drift.noBody());
    share(pages.putObject("noDate"), drift.noDate());
    share(pages.putObject("noTitle"), drift.noTitle());
    return node;
  }

  private static void share(ObjectNode node, SourceHealth.Share share) {
    node.put("recent", round(share.recent())).put("usual", round(share.usual()));
  }

  private static double round(double value) {
    return Math.round(value * DIGITS) / DIGITS;
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /**
   * Reads a source's health.
   *
   * @throws CodecException when the bytes are not JSON, or a field that must be there is not
   */
  public static SourceHealth fromJson(byte[] bytes) throws CodecException {
    ObjectNode node = Json.read(bytes);
    try {
      String failure = Json.text(node, "failure");
      JsonNode drift = node.path("drift");
      return new SourceHealth(
          new SourceId(node.path("source").asText()),
          SourceHealth.State.of(node.path("state").asText()),
          Json.text(node, "reason"),
          Instant.parse(node.path("at").asText()),
          Instant.parse(node.path("since").asText()),
          Instant.parse(node.path("begun").asText()),
          instant(node, "lastSuccess"),
          instant(node, "lastNew"),
          node.path("arrivals").asLong(),
          node.path("failures").asInt(),
          failure == null ? null : Reason.of(failure),
          new SourceHealth.Rate(
              numbers(node.path("rate").path("arrivals")),
              numbers(node.path("rate").path("hours"))),
          new SourceHealth.Drift(
              drift.path("pages").asLong(),
              share(drift.path("noBody")),
              share(drift.path("noDate")),
              share(drift.path("noTitle"))));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new CodecException(Reason.BAD_JSON, "not a source's health: " + e.getMessage(), e);
    }
  }

  private static @Nullable Instant instant(ObjectNode node, String name) throws CodecException {
    String text = Json.text(node, name);
    return text == null ? null : Instant.parse(text);
  }

  private static List<Double> numbers(JsonNode array) {
    List<Double> numbers = new ArrayList<>();
    array.forEach(n -> numbers.add(n.asDouble()));
    return numbers.isEmpty() ? Collections.nCopies(SourceHealth.Rate.HOURS, 0.0) : numbers;
  }

  private static SourceHealth.Share share(JsonNode node) {
    return new SourceHealth.Share(node.path("recent").asDouble(), node.path("usual").asDouble());
  }
}

package io.dateline.ingest.frontier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.ingest.fetch.Validators;
import io.dateline.model.SourceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Marks to and from the JSON of the frontier channel; short names, since there are millions. */
public final class MarkCodec {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final byte[] OF_SOURCE = "{\"source\":".getBytes(StandardCharsets.UTF_8);

  private MarkCodec() {}

  /** The mark in UTF-8. */
  public static byte[] write(Mark mark) {
    ObjectNode node = MAPPER.createObjectNode();
    put(node, "source", mark.source() == null ? null : mark.source().value());
    switch (mark) {
      case Mark.FeedMark feed -> {
        node.put("kind", "feed").put("polled", feed.polled().toString());
        put(node, "gap", feed.meanGap() == null ? null : feed.meanGap().toString());
        put(node, "movedTo", feed.movedTo());
        put(node, feed.validators());
        if (!feed.delays().isEmpty()) {
          ObjectNode delays = node.putObject("delays");
          feed.delays().forEach((host, delay) -> delays.put(host, delay.toString()));
        }
      }
      case Mark.WaitingMark waiting -> {
        node.put("kind", "waiting").put("found", waiting.found().toString());
        put(node.putObject("lead"), waiting.lead());
      }
      case Mark.PageMark page -> put(node, page);
    }
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("mark of " + mark.url() + " cannot be written", e);
    }
  }

  /**
   * Whether written bytes are a mark of some source, seen without reading them: its field is first.
   */
  public static boolean isOfSource(byte[] json) {
    return Arrays.equals(
        json, 0, Math.min(json.length, OF_SOURCE.length), OF_SOURCE, 0, OF_SOURCE.length);
  }

  private static void put(ObjectNode node, Mark.PageMark page) {
    node.put("kind", "page").put("seen", page.seen().toString());
    put(node, "uri", page.uri());
    put(node, "hash", page.hash());
    if (page.version() > 0) {
      node.put("version", page.version());
    }
    Mark.Revisit revisit = page.revisit();
    if (revisit != null) {
      ObjectNode inner = node.putObject("revisit");
      inner.put("first", revisit.first().toString()).put("looks", revisit.looks());
      inner.put("misses", revisit.misses());
      put(inner, "headline", revisit.headline());
      put(inner, revisit.validators());
    }
  }

  private static void put(ObjectNode node, Lead lead) {
    put(node, "title", lead.title());
    put(node, "date", lead.date() == null ? null : lead.date().toString());
    put(node, "summary", lead.summary());
    put(node, "language", lead.language());
    put(node, "content", lead.content());
  }

  private static void put(ObjectNode node, Validators validators) {
    put(node, "etag", validators.etag());
    put(node, "modified", validators.lastModified());
  }

  private static void put(ObjectNode node, String field, @Nullable String value) {
    if (value != null) {
      node.put(field, value);
    }
  }

  /**
   * Reads a mark.
   *
   * @throws IllegalArgumentException naming the address when the bytes are no mark
   */
  public static Mark read(String url, byte[] json) {
    try {
      return read(url, MAPPER.readTree(json));
    } catch (IOException | DateTimeParseException | IllegalArgumentException e) {
      throw new IllegalArgumentException("no mark of " + url + ": " + e.getMessage(), e);
    }
  }

  private static Mark read(String url, JsonNode node) {
    String id = text(node, "source");
    SourceId source = id == null ? null : new SourceId(id);
    return switch (node.path("kind").asText()) {
      case "feed" ->
          new Mark.FeedMark(
              url,
              required(source),
              validators(node),
              instant(node, "polled"),
              gap(node),
              text(node, "movedTo"),
              delays(node.path("delays")));
      case "waiting" ->
          new Mark.WaitingMark(
              url, required(source), instant(node, "found"), lead(url, node.path("lead")));
      case "page" ->
          new Mark.PageMark(
              url,
              source,
              text(node, "uri"),
              text(node, "hash"),
              node.path("version").asInt(0),
              instant(node, "seen"),
              node.has("revisit") ? revisit(node.path("revisit")) : null);
      default -> throw new IllegalArgumentException("unknown kind " + node.path("kind"));
    };
  }

  private static SourceId required(@Nullable SourceId source) {
    if (source == null) {
      throw new IllegalArgumentException("no source");
    }
    return source;
  }

  private static @Nullable Duration gap(JsonNode node) {
    String text = text(node, "gap");
    return text == null ? null : Duration.parse(text);
  }

  private static Map<String, Duration> delays(JsonNode node) {
    Map<String, Duration> delays = new HashMap<>();
    node.properties().forEach(e -> delays.put(e.getKey(), Duration.parse(e.getValue().asText())));
    return delays;
  }

  private static Lead lead(String url, JsonNode node) {
    String date = text(node, "date");
    return new Lead(
        url,
        text(node, "title"),
        date == null ? null : OffsetDateTime.parse(date),
        text(node, "summary"),
        text(node, "language"),
        text(node, "content"));
  }

  private static Mark.Revisit revisit(JsonNode node) {
    return new Mark.Revisit(
        instant(node, "first"),
        node.path("looks").asInt(),
        validators(node),
        text(node, "headline"),
        node.path("misses").asInt());
  }

  private static Validators validators(JsonNode node) {
    return new Validators(text(node, "etag"), text(node, "modified"));
  }

  private static Instant instant(JsonNode node, String field) {
    return Instant.parse(node.path(field).asText());
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.path(field).textValue();
  }
}

package io.dateline.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The record headers of the articles and enriched channels: CloudEvents 1.0 in Kafka's binary mode.
 *
 * @param id unique for each event: uri#version, and #enricher behind it on the enriched channel
 * @param type what happened
 * @param source the outlet or service it comes from
 * @param time event time, RFC 3339
 * @param dataSchema address of the schema of the value
 * @param traceParent W3C trace context
 * @param backfill true mutes alerts
 */
public record EventHeaders(
    String id,
    Type type,
    String source,
    @Nullable String time,
    String dataSchema,
    @Nullable String traceParent,
    boolean backfill) {

  /** Media type of every value on the articles and enriched channels. */
  public static final String CONTENT_TYPE = "application/json";

  /** What happened to an article. */
  public enum Type {
    /** First version. */
    CREATED("created"),
    /** A later version. */
    UPDATED("updated"),
    /** A later version that corrects. */
    CORRECTED("corrected"),
    /** Withdrawn by the outlet. */
    WITHDRAWN("withdrawn"),
    /** Erased: the value is null. */
    ERASED("erased");

    private final String id;

    Type(String id) {
      this.id = id;
    }

    /** The CloudEvents type: "dateline.article.created". */
    public String id() {
      return "dateline.article." + id;
    }

    static Type of(@Nullable String id) {
      for (Type type : values()) {
        if (type.id().equals(id)) {
          return type;
        }
      }
      return CREATED;
    }
  }

  /** The headers by name, as strings; absent ones are left out. */
  public Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("ce_specversion", "1.0");
    map.put("ce_id", id);
    map.put("ce_type", type.id());
    map.put("ce_source", source);
    if (time != null) {
      map.put("ce_time", time);
    }
    map.put("ce_dataschema", dataSchema);
    if (traceParent != null) {
      map.put("ce_traceparent", traceParent);
    }
    if (backfill) {
      map.put("ce_backfill", "true");
    }
    map.put("content-type", CONTENT_TYPE);
    return map;
  }

  /** Reads headers; unknown names are ignored and absent ones take their defaults. */
  public static EventHeaders fromMap(Map<String, String> map) {
    return new EventHeaders(
        map.getOrDefault("ce_id", ""),
        Type.of(map.get("ce_type")),
        map.getOrDefault("ce_source", ""),
        map.get("ce_time"),
        map.getOrDefault("ce_dataschema", ""),
        map.get("ce_traceparent"),
        Boolean.parseBoolean(map.get("ce_backfill")));
  }
}

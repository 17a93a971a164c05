package io.dateline.model;

/**
 * The steps of the line. The only home of their names: Kafka Streams operators, metric tags, log
 * fields, dead letters and documents take them from here.
 */
public enum Stage {
  /** Due feed or page to bytes. */
  FETCH("fetch"),
  /** Fetched page to article. */
  EXTRACT("extract"),
  /** Article to the articles channel. */
  PUBLISH("publish"),
  /** Text to language. */
  DETECT_LANGUAGE("detect-language"),
  /** Text and language to country tags. */
  TAG_COUNTRIES("tag-countries"),
  /** Text and language to topic tags. */
  TAG_TOPICS("tag-topics"),
  /** Signature and known stories to copy group and story. */
  GROUP("group"),
  /** Enriched article to PostgreSQL. */
  STORE("store"),
  /** Enriched article to watches, live streams and dashboards. */
  STREAM("stream");

  private final String id;

  Stage(String id) {
    this.id = id;
  }

  /** The name used everywhere outside Java: lower case with hyphens. */
  public String id() {
    return id;
  }

  /**
   * The stage of that name.
   *
   * @throws IllegalArgumentException naming the unknown id
   */
  public static Stage of(String id) {
    for (Stage stage : values()) {
      if (stage.id.equals(id)) {
        return stage;
      }
    }
    throw new IllegalArgumentException("unknown stage '" + id + "'");
  }
}

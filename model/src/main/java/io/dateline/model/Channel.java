package io.dateline.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The Kafka topics of the line, called channels here. Their names are part of the contract. */
public enum Channel {
  /** Versions of articles, strict ninjs 3.1; key: article uri. */
  ARTICLES("articles.v1", Duration.ofDays(30)),
  /** The same with enrichment; key: article uri. The public contract. */
  ENRICHED("enriched.v1", Duration.ofDays(30)),
  /** What left the line; key: url or uri. */
  REJECTED("rejected.v1", Duration.ofDays(14)),
  /** Sources and their feeds; key: source id, partitioned by host; compacted. */
  SOURCES("sources.v1", null),
  /** What is known of each URL; key: URL, partitioned by host; compacted. */
  FRONTIER("frontier.v1", null),
  /** How the sources are; key: source id, partitioned like sources; compacted. */
  SOURCE_HEALTH("source-health.v1", null),
  /** Saved queries; key: watch id; compacted. */
  WATCHES("watches.v1", null),
  /** Hits of saved queries; key: watch id. */
  MATCHES("matches.v1", Duration.ofDays(30)),
  /** Hits on their way to receivers; key: delivery id; the newest record of a key counts. */
  DELIVERIES("deliveries.v1", Duration.ofDays(30)),
  /** Windowed counts; key: window and tag. */
  COUNTS("counts.v1", Duration.ofDays(30)),
  /** Links of stories found after their articles were published; key: story id. */
  STORY_LINKS("story-links.v1", Duration.ofDays(30));

  /** The default prefix of all channel names. */
  public static final String DEFAULT_PREFIX = "dateline.";

  private final String base;
  private final @Nullable Duration retention;

  Channel(String base, @Nullable Duration retention) {
    this.base = base;
    this.retention = retention;
  }

  /**
   * The Kafka topic's name.
   *
   * @param prefix stands in front of all names, {@value #DEFAULT_PREFIX} unless set otherwise
   */
  public String name(String prefix) {
    return prefix + base;
  }

  /** How long records are kept; null when the channel is compacted instead. */
  public @Nullable Duration retention() {
    return retention;
  }

  /** Whether only the newest record of a key is kept. */
  public boolean isCompacted() {
    return retention == null;
  }
}

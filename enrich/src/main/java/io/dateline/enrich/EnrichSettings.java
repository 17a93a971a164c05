package io.dateline.enrich;

import io.dateline.enrich.story.Grouper;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.SettingsReader;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of the enrich service.
 *
 * @param kafka how to reach Kafka
 * @param stateDir where the stores of the topology are kept; they can be rebuilt from Kafka
 * @param threads stream threads, 1 to 64
 * @param commitInterval how long a transaction stays open while articles are fresh, 5 ms to 10 s:
 *     short is quick, long is cheap
 * @param standbys copies of each store kept warm on other instances, 0 to 2
 * @param remembered most texts, stories and articles of a partition that new articles are compared
 *     with, the newest, 1,000 to 4,000,000; each takes some 850 bytes of heap
 */
public record EnrichSettings(
    KafkaSettings kafka,
    Path stateDir,
    int threads,
    Duration commitInterval,
    int standbys,
    int remembered) {

  /** Stream threads unless set. */
  public static final int DEFAULT_THREADS = 2;

  /**
   * Transactions stay open this long unless set: an article passes two of them on its way, and
   * nobody sees it before the second is committed.
   */
  public static final Duration DEFAULT_COMMIT_INTERVAL = Duration.ofMillis(25);

  private static final Duration MIN_COMMIT = Duration.ofMillis(5);
  private static final Duration MAX_COMMIT = Duration.ofSeconds(10);

  /** Most copies of a store; a broker allows no more unless told otherwise. */
  public static final int MAX_STANDBYS = 2;

  /** Least of what a partition can be told to remember. */
  public static final int MIN_REMEMBERED = 1_000;

  /** Most of what a partition can be told to remember. */
  public static final int MAX_REMEMBERED = 4_000_000;

  /** Checks the ranges. */
  public EnrichSettings {
    if (threads < 1 || threads > 64) {
      throw new IllegalArgumentException("threads " + threads + " is not within 1 to 64");
    }
    if (commitInterval.compareTo(MIN_COMMIT) < 0 || commitInterval.compareTo(MAX_COMMIT) > 0) {
      throw new IllegalArgumentException(
          "commit interval " + commitInterval + " is not within 5 ms to 10 s");
    }
    if (standbys < 0 || standbys > MAX_STANDBYS) {
      throw new IllegalArgumentException("standbys " + standbys + " is not within 0 to 2");
    }
    if (remembered < MIN_REMEMBERED || remembered > MAX_REMEMBERED) {
      throw new IllegalArgumentException(
          "remembered " + remembered + " is not within 1,000 to 4,000,000");
    }
  }

  /**
   * Reads ENRICH_STATE_DIR, ENRICH_THREADS, ENRICH_COMMIT_INTERVAL, ENRICH_STANDBYS,
   * ENRICH_REMEMBERED and what {@link KafkaSettings} reads. Mistakes are left in the reader.
   */
  public static EnrichSettings from(SettingsReader reader) {
    Path state = reader.path("ENRICH_STATE_DIR");
    return new EnrichSettings(
        KafkaSettings.from(reader),
        state == null ? Path.of("data", "streams") : state,
        reader.integer("ENRICH_THREADS", DEFAULT_THREADS, 1, 64),
        reader.duration("ENRICH_COMMIT_INTERVAL", DEFAULT_COMMIT_INTERVAL, MIN_COMMIT, MAX_COMMIT),
        reader.integer("ENRICH_STANDBYS", 0, 0, MAX_STANDBYS),
        reader.integer(
            "ENRICH_REMEMBERED", Grouper.DEFAULT_CAPACITY, MIN_REMEMBERED, MAX_REMEMBERED));
  }

  /** Defaults for a broker and a folder. */
  public static EnrichSettings local(KafkaSettings kafka, Path stateDir) {
    return new EnrichSettings(
        kafka, stateDir, DEFAULT_THREADS, DEFAULT_COMMIT_INTERVAL, 0, Grouper.DEFAULT_CAPACITY);
  }
}

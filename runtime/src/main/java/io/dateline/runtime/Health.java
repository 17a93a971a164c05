package io.dateline.runtime;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What is well and what is not, by name. A change of state is logged once: that a part which was up
 * waits is a warning, that one waits which has just begun is not. Thread-safe.
 *
 * <p>A process is ready when every part is {@link Up}, and live unless one is {@link Dead}.
 */
public final class Health {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);

  private static final String START = "start";

  private final Map<String, State> parts = new ConcurrentSkipListMap<>();

  /** How a part is. */
  public sealed interface State {}

  /** It works. */
  public record Up() implements State {}

  /** It waits for something that may come back. */
  public record Waiting(String reason) implements State {}

  /** It will not come back by itself. */
  public record Dead(String reason) implements State {}

  /** Parts are being started: until {@link #started} others may come that nobody tells of yet. */
  public void starting() {
    set(START, new Waiting("not all parts are started"), Level.DEBUG);
  }

  /** Every part is started, and has told how it is. */
  public void started() {
    remove(START);
  }

  /** The part works. */
  public void up(String part) {
    set(part, new Up(), Level.INFO);
  }

  /** The part waits for something that it misses; the reason is for people. */
  public void waiting(String part, String reason) {
    set(part, new Waiting(reason), parts.containsKey(part) ? Level.WARN : Level.INFO);
  }

  /** The part waits as it does in the course of its work: when work moves, or at its end. */
  public void pausing(String part, String reason) {
    set(part, new Waiting(reason), Level.INFO);
  }

  /** The part is dead; the process should be restarted. */
  public void dead(String part, String reason) {
    set(part, new Dead(reason), Level.ERROR);
  }

  /** Forgets a part that was closed in an orderly way. */
  public void remove(String part) {
    parts.remove(part);
  }

  /** All parts by name. */
  public Map<String, State> parts() {
    return Collections.unmodifiableMap(new TreeMap<>(parts));
  }

  /** Whether every part is up. */
  public boolean isReady() {
    return parts.values().stream().allMatch(Up.class::isInstance);
  }

  /** Whether no part is dead. */
  public boolean isLive() {
    return parts.values().stream().noneMatch(Dead.class::isInstance);
  }

  private void set(String part, State state, Level level) {
    State before = parts.put(part, state);
    if (before == null || before.getClass() != state.getClass()) {
      LOG.atLevel(level).log("{} {}", part, text(state));
    }
  }

  private static String text(State state) {
    return switch (state) {
      case Up up -> "is up";
      case Waiting waiting -> "waits: " + waiting.reason();
      case Dead dead -> "is dead: " + dead.reason();
    };
  }
}

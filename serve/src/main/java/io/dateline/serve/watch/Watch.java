package io.dateline.serve.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A saved query.
 *
 * @param id names it for ever: letters, digits and hyphens
 * @param name for people, 1 to {@value #MAX_NAME_CHARS} UTF-16 units
 * @param query in the query language
 * @param paused true catches nothing
 * @param oncePerText true leaves copies of a text out
 * @param createdAt when it was first saved; it catches nothing published before
 * @param alerts where its hits are sent
 */
public record Watch(
    String id,
    String name,
    String query,
    boolean paused,
    boolean oncePerText,
    Instant createdAt,
    List<Alert> alerts) {

  /** Longest name, in UTF-16 units. */
  public static final int MAX_NAME_CHARS = 200;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** Checks id, name and number of alerts. */
  public Watch {
    alerts = List.copyOf(alerts);
    if (alerts.size() > Alert.MAX_ALERTS) {
      throw new IllegalArgumentException("more than " + Alert.MAX_ALERTS + " alerts");
    }
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("watch id '" + id + "' is not of the form " + ID);
    }
    if (name.isBlank() || name.length() > MAX_NAME_CHARS) {
      throw new IllegalArgumentException(
          "a watch's name has 1 to " + MAX_NAME_CHARS + " characters");
    }
  }

  /** An alert by its id. */
  public Optional<Alert> alert(String alertId) {
    return alerts.stream().filter(alert -> alert.id().equals(alertId)).findFirst();
  }

  /** The same with one alert switched off. */
  public Watch without(Alert off) {
    List<Alert> changed = alerts.stream().map(a -> a.id().equals(off.id()) ? a.off() : a).toList();
    return new Watch(id, name, query, paused, oncePerText, createdAt, changed);
  }
}

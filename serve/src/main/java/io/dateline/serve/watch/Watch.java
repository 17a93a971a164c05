package io.dateline.serve.watch;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A saved query.
 *
 * @param id names it for ever: letters, digits and hyphens
 * @param name for people, 1 to {@value #MAX_NAME_CHARS} UTF-16 units
 * @param query in the query language
 * @param paused true catches nothing
 * @param oncePerText true leaves copies of a text out
 * @param createdAt when it was first saved
 */
public record Watch(
    String id, String name, String query, boolean paused, boolean oncePerText, Instant createdAt) {

  /** Longest name, in UTF-16 units. */
  public static final int MAX_NAME_CHARS = 200;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** Checks id and name. */
  public Watch {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("watch id '" + id + "' is not of the form " + ID);
    }
    if (name.isBlank() || name.length() > MAX_NAME_CHARS) {
      throw new IllegalArgumentException(
          "a watch's name has 1 to " + MAX_NAME_CHARS + " characters");
    }
  }
}

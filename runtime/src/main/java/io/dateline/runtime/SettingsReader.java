package io.dateline.runtime;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads typed values from environment variables and remembers every mistake, so that {@link
 * #check()} can report them all at once. A blank variable counts as not set.
 */
public final class SettingsReader {
  private final Map<String, String> env;

  /** Each once, though several services read some of the variables. */
  private final Set<String> mistakes = new LinkedHashSet<>();

  /** Reads from these variables. */
  public SettingsReader(Map<String, String> env) {
    this.env = Map.copyOf(env);
  }

  /** A text, or the default. */
  public String text(String name, String otherwise) {
    String value = value(name);
    return value == null ? otherwise : value;
  }

  /** A text of a form that {@code expected} tells people of, or the default. */
  public String text(String name, String otherwise, Predicate<String> form, String expected) {
    return parse(
        name,
        otherwise,
        expected,
        text -> {
          if (!form.test(text)) {
            throw new IllegalArgumentException("of another form");
          }
          return text;
        });
  }

  /** A text, or null when not set. */
  public @Nullable String optional(String name) {
    return value(name);
  }

  /** A text that must be set. */
  public String required(String name) {
    String value = value(name);
    if (value == null) {
      mistakes.add(name + " is not set");
      return "";
    }
    return value;
  }

  /** A whole number from min to max. */
  public int integer(String name, int otherwise, int min, int max) {
    return parse(
        name,
        otherwise,
        "a whole number from " + min + " to " + max,
        text -> {
          int number = Integer.parseInt(text);
          if (number < min || number > max) {
            throw new IllegalArgumentException("out of range");
          }
          return number;
        });
  }

  /** A duration in seconds ("30s", "2m", "1h", "250ms") or ISO 8601 ("PT30S"), 0 or longer. */
  public Duration duration(String name, Duration otherwise) {
    return parse(name, otherwise, "a duration such as 30s, 2m, 1h or 250ms", this::toDuration);
  }

  /** The same, within limits. */
  public Duration duration(String name, Duration otherwise, Duration least, Duration most) {
    return parse(
        name,
        otherwise,
        "a duration from " + shown(least) + " to " + shown(most),
        text -> {
          Duration duration = toDuration(text);
          if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            throw new IllegalArgumentException("out of range");
          }
          return duration;
        });
  }

  private static String shown(Duration duration) {
    return duration.toMillis() % 1_000 == 0
        ? duration.toSeconds() + "s"
        : duration.toMillis() + "ms";
  }

  /** True or false. */
  public boolean flag(String name, boolean otherwise) {
    return parse(
        name,
        otherwise,
        "true or false",
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException(text);
            });
  }

  /** A path, or null when not set. */
  public @Nullable Path path(String name) {
    String value = value(name);
    try {
      return value == null ? null : Path.of(value);
    } catch (InvalidPathException e) {
      mistakes.add(name + " is '" + value + "', not a path");
      return null;
    }
  }

  /** Remembers a mistake found by the caller. */
  public void mistake(String text) {
    mistakes.add(text);
  }

  /**
   * To be called once all values were read.
   *
   * @throws SettingsException when there were mistakes, naming all of them
   */
  public void check() {
    if (!mistakes.isEmpty()) {
      throw new SettingsException(List.copyOf(mistakes));
    }
  }

  private <T> T parse(String name, T otherwise, String expected, Function<String, T> parser) {
    String value = value(name);
    if (value == null) {
      return otherwise;
    }
    try {
      return parser.apply(value);
    } catch (RuntimeException e) {
      mistakes.add(name + " is '" + value + "', expected " + expected);
      return otherwise;
    }
  }

  private Duration toDuration(String text) {
    Duration duration =
        text.startsWith("P")
            ? Duration.parse(text)
            : text.endsWith("ms")
                ? Duration.ofMillis(number(text, 2))
                : switch (text.charAt(text.length() - 1)) {
                  case 's' -> Duration.ofSeconds(number(text, 1));
                  case 'm' -> Duration.ofMinutes(number(text, 1));
                  case 'h' -> Duration.ofHours(number(text, 1));
                  case 'd' -> Duration.ofDays(number(text, 1));
                  default -> throw new IllegalArgumentException("no unit");
                };
    if (duration.isNegative()) {
      throw new IllegalArgumentException("negative");
    }
    return duration;
  }

  private static long number(String text, int unitLength) {
    return Long.parseLong(text.substring(0, text.length() - unitLength));
  }

  private @Nullable String value(String name) {
    String value = env.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }
}

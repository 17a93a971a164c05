package io.dateline.serve.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** The query parameters of a request; what is wrong with one becomes a 400 that names it. */
public final class Parameters {

  /** Most values of one parameter. */
  static final int MAX_VALUES = 100;

  private final Fields fields;

  Parameters(Fields fields) {
    this.fields = fields;
  }

  /** Refuses every parameter not named here: a mistyped filter must not widen a list silently. */
  public Parameters allow(String... names) {
    Set<String> known = new LinkedHashSet<>(Arrays.asList(names));
    for (Fields.Field field : fields) {
      if (!known.contains(field.getName())) {
        throw ProblemException.parameter(
            field.getName(), "unknown parameter; expected one of " + String.join(", ", known));
      }
    }
    return this;
  }

  /** A single value; null when absent or empty. */
  public @Nullable String one(String name) {
    List<String> values = fields.getValuesOrEmpty(name);
    if (values.size() > 1) {
      throw ProblemException.parameter(name, "given " + values.size() + " times, expected once");
    }
    return values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
  }

  /** All values, repeated or parted by commas. */
  public Set<String> many(String name) {
    Set<String> values =
        fields.getValuesOrEmpty(name).stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (values.size() > MAX_VALUES) {
      throw ProblemException.parameter(name, "more than " + MAX_VALUES + " values");
    }
    return values;
  }

  /** A whole number from min to max. */
  public int integer(String name, int otherwise, int min, int max) {
    String value = one(name);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(name, value, "a whole number from " + min + " to " + max);
    }
    throw wrong(name, value, "a whole number from " + min + " to " + max);
  }

  /** A time: RFC 3339 with a zone, or a date, which means its beginning in UTC. */
  public @Nullable Instant time(String name) {
    String value = one(name);
    if (value == null) {
      return null;
    }
    try {
      return value.length() == "2026-01-31".length()
          ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
          // a plus sign that was not escaped arrives as a space
          : OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
    } catch (DateTimeException e) {
      throw wrong(name, value, "a time such as 2026-01-31T12:00:00Z or a date such as 2026-01-31");
    }
  }

  /** One of a few words. */
  public <E extends Enum<E>> E word(String name, E otherwise, Class<E> type) {
    String value = one(name);
    if (value == null) {
      return otherwise;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    String words =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw wrong(name, value, "one of " + words);
  }

  static ProblemException wrong(String name, String value, String expected) {
    return ProblemException.parameter(name, "'" + value + "' is not " + expected);
  }
}

package io.dateline.model;

import java.util.regex.Pattern;

/**
 * Names an outlet.
 *
 * @param value lower-case letters, digits, dots, hyphens and underscores, 1 to 100 of them
 */
public record SourceId(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

  /** Checks the form. */
  public SourceId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "source id '" + value + "' is not of the form " + FORM.pattern());
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

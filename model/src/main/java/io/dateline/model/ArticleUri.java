package io.dateline.model;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Names an article over all its versions: the canonical URL of its page.
 *
 * @param value an absolute URI (RFC 3986), at most {@value #MAX_CHARS} UTF-16 units
 */
public record ArticleUri(String value) implements Comparable<ArticleUri> {

  /** Longest uri, in UTF-16 units; longer ones are refused. */
  public static final int MAX_CHARS = 4_096;

  /** Checks that the value is an absolute URI. */
  public ArticleUri {
    if (value.length() > MAX_CHARS) {
      throw new IllegalArgumentException("article uri longer than " + MAX_CHARS + " characters");
    }
    if (!isAbsolute(value)) {
      throw new IllegalArgumentException("not an absolute uri: '" + value + "'");
    }
  }

  private static boolean isAbsolute(String value) {
    try {
      return new URI(value).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  @Override
  public int compareTo(ArticleUri other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

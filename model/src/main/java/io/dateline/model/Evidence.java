package io.dateline.model;

/**
 * The words that caused a tag.
 *
 * @param pointer JSON pointer (RFC 6901) into the article's ninjs form
 * @param start first UTF-16 unit in the string at the pointer
 * @param end one behind the last UTF-16 unit
 * @param words exactly the characters from start to end
 */
public record Evidence(String pointer, int start, int end, String words) {

  /** Checks that the offsets fit the words. */
  public Evidence {
    if (start < 0 || end - start != words.length()) {
      throw new IllegalArgumentException(
          "evidence '" + words + "' does not span " + start + " to " + end);
    }
  }
}

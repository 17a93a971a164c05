package io.dateline.serve.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * The last article of a page: the next page starts behind it.
 *
 * @param sortedAt its place in the order, with microseconds
 * @param id breaks ties
 */
public record Cursor(Instant sortedAt, UUID id) {

  /** The opaque text given to clients. */
  public String encode() {
    String plain = sortedAt + "/" + id;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException when it is not one of ours
   */
  public static Cursor decode(String text) {
    String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
    int slash = plain.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("not a cursor");
    }
    try {
      return new Cursor(
          Instant.parse(plain.substring(0, slash)), UUID.fromString(plain.substring(slash + 1)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a cursor", e);
    }
  }
}

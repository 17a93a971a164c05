package io.dateline.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

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

  /**
   * A short name of fixed length for addresses and keys: a version 8 UUID (RFC 9562) of the first
   * 128 bits of the SHA-256 of the uri's UTF-8 bytes. The database computes the same.
   */
  public UUID id() {
    ByteBuffer hash = ByteBuffer.wrap(sha256(value.getBytes(StandardCharsets.UTF_8)));
    long high = (hash.getLong() & ~0xF000L) | 0x8000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
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

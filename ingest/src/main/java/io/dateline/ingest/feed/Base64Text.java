package io.dateline.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Inline content in Base64, as Atom allows. */
final class Base64Text {

  private Base64Text() {}

  /** The text; null when it is not Base64 or not of a text type. */
  static @Nullable String decode(String base64, String type) {
    if (!type.isEmpty() && !type.startsWith("text/") && !type.contains("html")) {
      return null;
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IllegalArgumentException e) {
      return null; // not Base64 after all: the caller falls back to what stands there
    }
  }
}

package io.dateline.ingest.feed;

import io.dateline.ingest.url.Urls;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses as they occur in feeds. */
final class Links {

  private Links() {}

  /** The reference as seen from the base; what is not an address stays as it is. */
  static @Nullable String resolve(String base, @Nullable String reference) {
    if (reference == null || reference.isBlank()) {
      return null;
    }
    String trimmed = reference.strip();
    String resolved = Urls.resolve(base, trimmed);
    return resolved == null ? trimmed : resolved;
  }

  /** Whether it is an absolute http or https address. */
  static boolean isWeb(@Nullable String address) {
    if (address == null) {
      return false;
    }
    String lower = address.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }
}

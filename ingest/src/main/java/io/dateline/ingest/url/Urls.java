package io.dateline.ingest.url;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the line does with addresses. */
public final class Urls {

  private Urls() {}

  /** The reference as seen from the base; null when that is no address. */
  public static @Nullable String resolve(String base, String reference) {
    try {
      return new URI(base).resolve(reference.strip().replace(" ", "%20")).toString();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Host in lower case, null when there is none. */
  public static @Nullable String host(String url) {
    try {
      String host = new URI(url).getHost();
      return host == null ? null : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** The canonical form; null when it is not a web address. */
  public static @Nullable String canonical(String url) {
    int hash = url.indexOf('#');
    String bare = hash < 0 ? url : url.substring(0, hash);
    return host(bare) == null ? null : bare;
  }

  /** The registrable domain of an address, or its host where there is none. */
  public static @Nullable String site(String url) {
    return host(url);
  }
}

package io.dateline.ingest.extract;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chooses the address that names an article. */
final class PageAddress {

  private PageAddress() {}

  /**
   * The canonical address when it is of the same site as the fetched one, else the fetched one.
   *
   * @param url the address fetched
   * @param canonical what the page calls its own, as written
   */
  static String of(String url, @Nullable String canonical) {
    String own = absolute(url, canonical);
    return own != null && isSameSite(url, own) ? own : safe(url);
  }

  /** An address made absolute; null when it cannot be. */
  static @Nullable String absolute(String base, @Nullable String address) {
    if (address == null || address.isBlank()) {
      return null;
    }
    try {
      URI resolved = new URI(safe(base)).resolve(new URI(address.strip().replace(" ", "%20")));
      String scheme = resolved.getScheme();
      boolean web = scheme != null && (scheme.equals("http") || scheme.equals("https"));
      return web && resolved.getHost() != null ? resolved.toString() : null;
    } catch (URISyntaxException e) {
      return null; // an address that is none
    }
  }

  /** An address in a form that a URI can hold. */
  static String safe(String url) {
    try {
      return new URI(url).isAbsolute() ? url : "urn:dateline:" + url;
    } catch (URISyntaxException e) {
      return encoded(url);
    }
  }

  private static String encoded(String url) {
    StringBuilder out = new StringBuilder(url.length() + 16);
    for (byte b : url.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c > 0x20 && c < 0x7F && "\"<>\\^`{|}[]".indexOf(c) < 0;
      out.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    String safe = out.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    try {
      return new URI(safe).isAbsolute() ? safe : "urn:dateline:page";
    } catch (URISyntaxException e) {
      return "urn:dateline:page";
    }
  }

  private static boolean isSameSite(String a, String b) {
    if (origin(a).equals(origin(b))) {
      return true;
    }
    return site(a).equals(site(b));
  }

  /** Scheme and host as written. */
  private static String origin(String url) {
    int start = url.indexOf("//");
    int end = start < 0 ? -1 : url.indexOf('/', start + 2);
    return end < 0 ? url : url.substring(0, end);
  }

  private static String site(String url) {
    try {
      String host = new URI(safe(url)).getHost();
      if (host == null) {
        return "";
      }
      host = host.toLowerCase(Locale.ROOT);
      String domain = crawlercommons.domains.EffectiveTldFinder.getAssignedDomain(host, true, true);
      return domain == null ? host : domain;
    } catch (URISyntaxException e) {
      return "";
    }
  }
}

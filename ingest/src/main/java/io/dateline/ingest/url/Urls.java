package io.dateline.ingest.url;

import crawlercommons.domains.EffectiveTldFinder;
import org.jspecify.annotations.Nullable;

/** What the line does with addresses. */
public final class Urls {

  private static final String NOT_STRICT = " \"<>\\^`{|}[]";

  private Urls() {}

  /** The reference as seen from the base; null when that is no address. */
  public static @Nullable String resolve(String base, String reference) {
    WebUrl from = WebUrl.parse(base);
    WebUrl to = from == null ? WebUrl.parse(reference) : from.resolve(reference);
    return to == null ? null : to.href();
  }

  /** The address with everything encoded that RFC 3986 does not allow as it stands. */
  public static String strict(WebUrl url) {
    StringBuilder out = new StringBuilder();
    String href = url.with(url.path(), url.query(), null).href();
    for (int i = 0; i < href.length(); i++) {
      char c = href.charAt(i);
      boolean bracket =
          (c == '[' || c == ']') && i < url.scheme().length() + 60 && isInHost(url, i);
      if (bracket || (NOT_STRICT.indexOf(c) < 0 && !(c == '%' && Percent.octetAt(href, i) < 0))) {
        out.append(c);
      } else {
        Percent.octet(out, c);
      }
    }
    return out.toString();
  }

  private static boolean isInHost(WebUrl url, int at) {
    String host = url.host();
    return host != null && at < url.scheme().length() + 3 + host.length();
  }

  /** Host in its one spelling, null when there is none. */
  public static @Nullable String host(String url) {
    WebUrl parsed = WebUrl.parse(url);
    return parsed == null || parsed.host() == null || parsed.host().isEmpty()
        ? null
        : parsed.host();
  }

  /** The canonical form; null when it is not a web address. */
  public static @Nullable String canonical(String url) {
    WebUrl parsed = WebUrl.parse(Mended.of(url));
    if (parsed == null || !parsed.isWeb()) {
      return null;
    }
    WebUrl shared = ShareLinks.shared(parsed);
    return Canonical.of(shared == null ? parsed : shared).href();
  }

  /** The registrable domain of an address, or its host where there is none. */
  public static @Nullable String site(String url) {
    String host = host(url);
    if (host == null) {
      return null;
    }
    String site = host.startsWith("www.") ? noSuffix(host) : registrable(host);
    String bare = host.startsWith("www.") ? host.substring("www.".length()) : host;
    return site == null ? bare : site;
  }

  /** "www.gov.uk" is the site of a suffix: its domain would be "www.gov.uk" itself. */
  private static @Nullable String noSuffix(String host) {
    String domain = registrable(host);
    return host.equals(domain) ? null : domain;
  }

  /** The registrable domain of a host by the public suffix list; null where there is none. */
  public static @Nullable String registrable(String host) {
    String ascii = Hosts.toAscii(host);
    if (ascii == null || ascii.isEmpty() || ascii.startsWith(".") || Hosts.isAddress(ascii)) {
      return null;
    }
    String domain = EffectiveTldFinder.getAssignedDomain(ascii, true, false);
    if (domain != null || EffectiveTldFinder.getEffectiveTLD(ascii) != null) {
      return domain;
    }
    // a top-level domain that is not on the list counts as a suffix of one label
    String[] labels = ascii.split("\\.");
    boolean wellFormed = labels.length >= 2 && !ascii.contains("..");
    return wellFormed ? labels[labels.length - 2] + "." + labels[labels.length - 1] : null;
  }
}

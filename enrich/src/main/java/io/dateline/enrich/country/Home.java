package io.dateline.enrich.country;

import io.dateline.model.Article;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The home country of an article's source, as far as the article itself tells. */
public final class Home {

  /** Country domains that are sold all over the world and tell nothing. */
  private static final Set<String> SOLD =
      Set.of(
          "AI", "AM", "CC", "CO", "FM", "GG", "IO", "LA", "LY", "ME", "NU", "SH", "TK", "TO", "TV",
          "WS");

  private Home() {}

  /**
   * The region in the page's own language ("de-AT"), else the country of the address's top-level
   * domain, as an ISO 3166-1 alpha-2 code; null when neither tells.
   */
  public static @Nullable String of(Article article) {
    String region = Locale.forLanguageTag(article.language().value()).getCountry();
    if (Countries.known(region).isPresent()) {
      return region;
    }
    String host = host(article.uri().value());
    String domain = host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    String code = "UK".equals(domain) ? "GB" : domain;
    return SOLD.contains(code) ? null : Countries.known(code).orElse(null);
  }

  private static String host(String uri) {
    try {
      String host = URI.create(uri).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException e) {
      return ""; // a name that is no address has no domain
    }
  }
}

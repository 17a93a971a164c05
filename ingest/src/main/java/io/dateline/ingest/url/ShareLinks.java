package io.dateline.ingest.url;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** "Share this" links of the big networks: what they name is the page shared. */
final class ShareLinks {

  /** Host and path of the link, and the parameter that carries the page. */
  private static final Map<String, String> PARAMETERS =
      Map.ofEntries(
          Map.entry("twitter.com/share", "url"),
          Map.entry("twitter.com/intent/tweet", "url"),
          Map.entry("x.com/share", "url"),
          Map.entry("x.com/intent/tweet", "url"),
          Map.entry("x.com/intent/post", "url"),
          Map.entry("facebook.com/sharer.php", "u"),
          Map.entry("facebook.com/sharer/sharer.php", "u"),
          Map.entry("facebook.com/share.php", "u"),
          Map.entry("linkedin.com/shareArticle", "url"),
          Map.entry("linkedin.com/sharing/share-offsite", "url"),
          Map.entry("reddit.com/submit", "url"),
          Map.entry("t.me/share/url", "url"),
          Map.entry("getpocket.com/save", "url"),
          Map.entry("xing.com/spi/shares/new", "url"),
          Map.entry("pinterest.com/pin/create/button", "url"));

  private ShareLinks() {}

  /** The page that an address shares; null when it shares none. */
  static @Nullable WebUrl shared(WebUrl link) {
    String query = link.query();
    if (query == null || link.host() == null) {
      return null;
    }
    String host = link.host().startsWith("www.") ? link.host().substring(4) : link.host();
    String path = String.join("/", link.path()).replaceFirst("/+$", "");
    String parameter = PARAMETERS.get(host + "/" + path);
    if (parameter == null) {
      return null;
    }
    for (String pair : query.split("&")) {
      if (pair.startsWith(parameter + "=")) {
        WebUrl page = WebUrl.parse(Percent.decode(pair.substring(parameter.length() + 1)));
        return page != null && page.isWeb() ? page : null;
      }
    }
    return null;
  }
}

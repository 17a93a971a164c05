package io.dateline.ingest.source;

import io.dateline.ingest.url.Urls;
import java.util.Locale;

/** Ids for sources that were given none. */
public final class SourceNames {

  private static final int MAX_ID_CHARS = 60;

  private SourceNames() {}

  /** Named after the site of an address. */
  public static String id(String url) {
    String site = Urls.site(url);
    String plain = String.valueOf(site).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String slug = plain.replaceAll("^-+|-+$", "");
    String cut = slug.substring(0, Math.min(slug.length(), MAX_ID_CHARS));
    return cut.isEmpty() ? "source" : cut;
  }
}

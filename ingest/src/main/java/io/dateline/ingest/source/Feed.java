package io.dateline.ingest.source;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One address of a source that tells of articles.
 *
 * @param url absolute address, or {@code wire:name}
 * @param kind how to read it
 */
public record Feed(String url, Kind kind) {

  /** How an address tells of articles. */
  public enum Kind {
    /** RSS, Atom, JSON Feed or sitemap: whatever the bytes are. */
    AUTO,
    /** A sitemap, sitemap index or news sitemap. */
    SITEMAP,
    /** An HTML page with links to articles. */
    SECTION,
    /** An article itself. */
    PAGE,
    /** A folder into which a wire delivers files: {@code wire:name}. */
    WIRE;

    /** Lower case. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Pattern WIRE_NAME = Pattern.compile("wire:[a-z0-9][a-z0-9_-]{0,63}");

  /** Checks that it is a web address, or the name of a wire's folder. */
  public Feed {
    if (url.startsWith("wire:")) {
      kind = Kind.WIRE;
    }
    if (kind == Kind.WIRE && !WIRE_NAME.matcher(url).matches()) {
      throw new IllegalArgumentException("'" + url + "' is no wire of the form wire:name");
    }
    String lower = url.toLowerCase(Locale.ROOT);
    boolean web = lower.startsWith("http://") || lower.startsWith("https://");
    if (kind != Kind.WIRE && !web) {
      throw new IllegalArgumentException("feed '" + url + "' is not an http or https address");
    }
  }

  /** The name of the wire's folder: what stands behind {@code wire:}. */
  public String wireName() {
    return url.substring(url.indexOf(':') + 1);
  }
}

package io.dateline.ingest.url;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An absolute address as the WHATWG URL standard parses it.
 *
 * @param scheme lower case, without colon
 * @param username percent-encoded, empty when absent
 * @param password percent-encoded, empty when absent
 * @param host in its one spelling; null when there is none, "" for an empty one
 * @param port null for the scheme's own
 * @param path segments; of an opaque path one, which does not start with a slash
 * @param opaque whether the path is opaque ("mailto:x")
 * @param query without question mark
 * @param fragment without hash
 */
public record WebUrl(
    String scheme,
    String username,
    String password,
    @Nullable String host,
    @Nullable Integer port,
    List<String> path,
    boolean opaque,
    @Nullable String query,
    @Nullable String fragment) {

  private static final Map<String, Integer> SPECIAL =
      Map.of("http", 80, "https", 443, "ws", 80, "wss", 443, "ftp", 21, "file", -1);

  /** Copies the path. */
  public WebUrl {
    path = List.copyOf(path);
  }

  static boolean isSpecial(String scheme) {
    return SPECIAL.containsKey(scheme);
  }

  static int defaultPort(String scheme) {
    return SPECIAL.getOrDefault(scheme, -1);
  }

  /** Reads an absolute address; null when it is none. */
  public static @Nullable WebUrl parse(String input) {
    return UrlParser.parse(input, null);
  }

  /** Reads a reference as seen from this address; null when it is none. */
  public @Nullable WebUrl resolve(String reference) {
    return UrlParser.parse(reference, this);
  }

  /** The path as written. */
  public String pathname() {
    return opaque ? path.getFirst() : path.isEmpty() ? "" : "/" + String.join("/", path);
  }

  /** The whole address. */
  public String href() {
    StringBuilder out = new StringBuilder(scheme).append(':');
    if (host != null) {
      out.append("//");
      if (!username.isEmpty() || !password.isEmpty()) {
        out.append(username);
        if (!password.isEmpty()) {
          out.append(':').append(password);
        }
        out.append('@');
      }
      out.append(host);
      if (port != null) {
        out.append(':').append(port);
      }
    } else if (!opaque && path.size() > 1 && path.getFirst().isEmpty()) {
      out.append("/.");
    }
    out.append(pathname());
    if (query != null) {
      out.append('?').append(query);
    }
    if (fragment != null) {
      out.append('#').append(fragment);
    }
    return out.toString();
  }

  /** Whether it is http or https with a host. */
  public boolean isWeb() {
    return host != null && !host.isEmpty() && (scheme.equals("http") || scheme.equals("https"));
  }

  /** The same with other parts behind the host. */
  WebUrl with(List<String> newPath, @Nullable String newQuery, @Nullable String newFragment) {
    return new WebUrl(scheme, "", "", host, port, newPath, opaque, newQuery, newFragment);
  }

  /** The same with another fragment. */
  WebUrl withFragment(@Nullable String other) {
    return new WebUrl(scheme, username, password, host, port, path, opaque, query, other);
  }
}

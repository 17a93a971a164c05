package io.dateline.ingest.extract.outlet;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All outlets that selectors were written for, by host. */
public final class Outlets {

  /** None: every page is read by the generic rules alone. */
  public static final Outlets NONE = new Outlets(List.of());

  private final Map<String, Outlet> byHost = new HashMap<>();

  /**
   * These outlets.
   *
   * @throws IllegalArgumentException naming a host that two of them claim
   */
  public Outlets(List<Outlet> outlets) {
    for (Outlet outlet : outlets) {
      for (String host : outlet.hosts()) {
        Outlet other = byHost.put(host, outlet);
        if (other != null) {
          throw new IllegalArgumentException(
              "host " + host + " stands in " + other.name() + " and in " + outlet.name());
        }
      }
    }
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return byHost.isEmpty();
  }

  /** The outlet of a page: that of its host, else of the nearest domain above it. */
  public @Nullable Outlet of(String url) {
    if (byHost.isEmpty()) {
      return null;
    }
    String host = host(url);
    while (!host.isEmpty()) {
      Outlet outlet = byHost.get(host);
      if (outlet != null) {
        return outlet;
      }
      int dot = host.indexOf('.');
      host = dot < 0 ? "" : host.substring(dot + 1);
    }
    return null;
  }

  private static String host(String url) {
    try {
      String host = new URI(url).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return ""; // no address, no outlet
    }
  }
}

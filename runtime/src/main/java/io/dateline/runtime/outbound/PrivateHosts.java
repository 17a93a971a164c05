package io.dateline.runtime.outbound;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hosts that are allowed by name although their address is not public.
 *
 * @param names lower-case hosts, or "host:port" for one port only
 */
public record PrivateHosts(Set<String> names) {

  /** No private host is allowed. */
  public static final PrivateHosts NONE = new PrivateHosts(Set.of());

  /** Copies the names in lower case. */
  public PrivateHosts {
    names =
        names.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether host and port are allowed by name. */
  public boolean permits(String host, int port) {
    String lower = host.toLowerCase(Locale.ROOT);
    return names.contains(lower) || names.contains(lower + ":" + port);
  }

  /** Whether a host is allowed on some port. */
  public boolean permitsSomePort(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return names.contains(lower) || names.stream().anyMatch(n -> n.startsWith(lower + ":"));
  }
}

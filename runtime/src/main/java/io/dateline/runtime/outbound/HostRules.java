package io.dateline.runtime.outbound;

import java.net.InetAddress;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be refused by looking at host and port alone. What a name resolves to is checked later.
 */
public final class HostRules {

  private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);

  /** Names for use inside one network (RFC 6761, 6762, 8375) and names without a dot. */
  private static final Pattern INNER_NAME =
      Pattern.compile(
          "[^.\\[\\]]+|(?:.*\\.)?(?:localhost|local|localdomain|internal|intranet|lan|home\\.arpa|onion)");

  /** An IPv4 address, or an IPv6 address in brackets. */
  private static final Pattern LITERAL = Pattern.compile("\\d+(?:\\.\\d+){3}|\\[.*]");

  private HostRules() {}

  /** Why nothing is sent to a lower-case host and port; null when it may be. */
  public static @Nullable String refusal(String host, int port, PrivateHosts allowed) {
    if (allowed.permits(host, port)) {
      return null;
    }
    String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (INNER_NAME.matcher(bare).matches()) {
      return "a name inside one network";
    }
    if (LITERAL.matcher(bare).matches() && !isPublic(bare)) {
      return "an address that is not public";
    }
    return PORTS.contains(port) ? null : "port " + port;
  }

  private static boolean isPublic(String literal) {
    boolean bracketed = literal.startsWith("[");
    String bare = bracketed ? literal.substring(1, literal.length() - 1) : literal;
    try {
      return PublicAddresses.isPublic(InetAddress.ofLiteral(bare));
    } catch (IllegalArgumentException e) {
      return false; // looks like an address and is none
    }
  }
}

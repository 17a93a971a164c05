package io.dateline.runtime.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The one door: every connection goes to an address that was resolved and checked here, so a second
 * answer of the name server (DNS rebinding) is never used.
 */
public final class GuardedResolver implements DnsResolver {

  /** The hosts that the request under way may reach although they are private. */
  public static final ScopedValue<PrivateHosts> ALLOWED = ScopedValue.newInstance();

  private final HostLookup lookup;

  /** Resolves with this look-up. */
  public GuardedResolver(HostLookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = lookup.resolve(host);
    if (addresses.length == 0) {
      throw new UnknownHostException(host);
    }
    if (!ALLOWED.orElse(PrivateHosts.NONE).permitsSomePort(host)) {
      for (InetAddress address : addresses) {
        if (!PublicAddresses.isPublic(address)) {
          throw new ForbiddenAddressException(
              host + " has the address " + address.getHostAddress() + ", which is not public");
        }
      }
    }
    InetAddress[] sorted = addresses.clone();
    // a black-holed IPv6 would cost one connect timeout; IPv4 works almost everywhere
    Arrays.sort(sorted, Comparator.comparingInt(a -> a instanceof Inet4Address ? 0 : 1));
    return sorted;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}

package io.dateline.serve.alert;

import io.dateline.runtime.outbound.HostRules;
import io.dateline.runtime.outbound.PrivateHosts;
import io.dateline.runtime.outbound.PublicAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be refused by looking at a webhook's address; what its host is, is checked later. */
public final class WebhookAddress {

  private WebhookAddress() {}

  /** Why nothing is sent to an address; null when it may be. */
  public static @Nullable String refusal(URI url, PrivateHosts allowed) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    String host = url.getHost();
    if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
      return "neither http nor https with a host";
    }
    if (url.getRawUserInfo() != null) {
      return "a name or password in the address";
    }
    if (url.getRawFragment() != null) {
      return "a fragment in the address";
    }
    if (isClosed(host) && !allowed.permitsSomePort(host)) {
      return "an address that is not public";
    }
    int port = url.getPort() != -1 ? url.getPort() : scheme.equals("https") ? 443 : 80;
    return HostRules.refusal(host.toLowerCase(Locale.ROOT), port, allowed);
  }

  /** Whether a host is written as an address, and one that is not public. */
  private static boolean isClosed(String host) {
    try {
      return !PublicAddresses.isPublic(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
    } catch (IllegalArgumentException e) {
      return false; // a name: what it stands for is checked at the connection
    }
  }
}

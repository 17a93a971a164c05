package io.dateline.ingest.fetch;

import io.dateline.ingest.url.WebUrl;
import io.dateline.runtime.outbound.HostRules;
import io.dateline.runtime.outbound.PrivateHosts;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be refused by looking at an address alone. What its host resolves to is checked later.
 */
public final class AddressRules {

  private static final Pattern QUAD = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

  private AddressRules() {}

  private static boolean isOddIpv4(WebUrl url, String written) {
    String host = String.valueOf(url.host());
    return QUAD.matcher(host).matches() && !written.contains(host);
  }

  /** Why nothing would be sent to an address of a source that opens no private host; or null. */
  public static @Nullable String refusal(String written) {
    WebUrl url = WebUrl.parse(written);
    return url == null ? "not an address" : refusal(written, url, PrivateHosts.NONE);
  }

  /** Why nothing is sent to an address; null when it may be. */
  static @Nullable String refusal(String written, WebUrl url, PrivateHosts allowed) {
    String host = url.host();
    if (!url.isWeb() || host == null) {
      return "neither http nor https with a host";
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      return "a name or password in the address";
    }
    if (url.href().length() > FetchLimits.MAX_URL_CHARS) {
      return "longer than " + FetchLimits.MAX_URL_CHARS + " characters";
    }
    if (isOddIpv4(url, written)) {
      return "an IPv4 address in a spelling that others read differently";
    }
    Integer stated = url.port();
    int port = stated != null ? stated : url.scheme().equals("https") ? 443 : 80;
    return HostRules.refusal(host, port, allowed);
  }
}

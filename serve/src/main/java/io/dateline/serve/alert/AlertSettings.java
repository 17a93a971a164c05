package io.dateline.serve.alert;

import io.dateline.runtime.SettingsReader;
import io.dateline.runtime.outbound.PrivateHosts;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How alerts leave the house.
 *
 * @param webhookHosts hosts that webhooks may reach although their address is not public
 * @param smtp the mail server; null refuses e-mail alerts
 */
public record AlertSettings(PrivateHosts webhookHosts, @Nullable SmtpSettings smtp) {

  /** Public webhooks only, no mail. */
  public static final AlertSettings NONE = new AlertSettings(PrivateHosts.NONE, null);

  /** Reads SERVE_WEBHOOK_HOSTS, "host" or "host:port" parted by commas, and the mail server's. */
  public static AlertSettings from(SettingsReader reader) {
    Set<String> hosts =
        Arrays.stream(reader.text("SERVE_WEBHOOK_HOSTS", "").split(",", -1))
            .map(String::strip)
            .filter(host -> !host.isEmpty())
            .collect(Collectors.toSet());
    return new AlertSettings(new PrivateHosts(hosts), SmtpSettings.from(reader));
  }
}

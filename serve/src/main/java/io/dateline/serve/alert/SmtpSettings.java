package io.dateline.serve.alert;

import io.dateline.runtime.SettingsReader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The mail server that takes our messages.
 *
 * @param host its host
 * @param port its port
 * @param security how the connection is protected
 * @param user login; null sends without one
 * @param password of the login
 * @param from the sender's address
 */
public record SmtpSettings(
    String host,
    int port,
    Security security,
    @Nullable String user,
    @Nullable String password,
    String from) {

  /** How a connection is protected. */
  public enum Security {
    /** Not at all: for a server on this machine. */
    NONE,
    /** By STARTTLS, without which nothing is sent. */
    STARTTLS,
    /** By TLS from the first byte. */
    TLS
  }

  /** Reads SMTP_HOST and, when it is set, the other SMTP_ variables; null without it. */
  public static @Nullable SmtpSettings from(SettingsReader reader) {
    String host = reader.optional("SMTP_HOST");
    String user = reader.optional("SMTP_USER");
    String password = reader.optional("SMTP_PASSWORD");
    Security security = security(reader);
    int port = reader.integer("SMTP_PORT", security == Security.TLS ? 465 : 587, 1, 65_535);
    String from = reader.text("SMTP_FROM", "dateline@localhost");
    if ((user == null) != (password == null)) {
      reader.mistake("SMTP_USER and SMTP_PASSWORD are set only together");
    }
    return host == null ? null : new SmtpSettings(host, port, security, user, password, from);
  }

  private static Security security(SettingsReader reader) {
    String name = reader.text("SMTP_SECURITY", "starttls").toUpperCase(Locale.ROOT);
    for (Security security : Security.values()) {
      if (security.name().equals(name)) {
        return security;
      }
    }
    reader.mistake("SMTP_SECURITY is '" + name + "', expected none, starttls or tls");
    return Security.STARTTLS;
  }

  /** Hides the password. */
  @Override
  public String toString() {
    return "SmtpSettings[" + host + ":" + port + ", " + security + ", from " + from + "]";
  }
}

package io.dateline.serve.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dateline.serve.watch.Alert;
import io.dateline.serve.watch.Hit;
import io.dateline.serve.watch.Watch;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends hits as one plain-text message over SMTP. */
final class MailSender implements Sender<Alert.Email> {

  /** For each of connecting, reading and writing. */
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private final @Nullable SmtpSettings settings;
  private final InstantSource clock;

  MailSender(@Nullable SmtpSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Outcome send(Watch watch, Alert.Email alert, List<Hit> hits) {
    if (settings == null) {
      return new Outcome.Refused("no mail server is set");
    }
    try {
      Transport.send(message(settings, watch, alert, hits));
      return new Outcome.Taken("sent to " + alert.to().size());
    } catch (MessagingException e) {
      return new Outcome.Later(e.getClass().getSimpleName() + ": " + e.getMessage(), null);
    }
  }

  private Message message(SmtpSettings smtp, Watch watch, Alert.Email alert, List<Hit> hits)
      throws MessagingException {
    String id = messageId(watch, alert, hits);
    MimeMessage message =
        new MimeMessage(session(smtp)) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
          }
        };
    message.setFrom(new InternetAddress(smtp.from()));
    for (String to : alert.to()) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
    }
    message.setSubject(MailText.subject(watch, hits), "UTF-8");
    message.setText(MailText.body(watch, hits), "UTF-8");
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Dateline-Watch", watch.id());
    return message;
  }

  /** The same for the same hits, so that mail programs can drop a repeat. */
  private static String messageId(Watch watch, Alert.Email alert, List<Hit> hits) {
    String all = alert.id() + " " + String.join(" ", hits.stream().map(Hit::id).toList());
    return "<" + UUID.nameUUIDFromBytes(all.getBytes(UTF_8)) + "@" + watch.id() + ".dateline>";
  }

  private static Session session(SmtpSettings smtp) {
    boolean tls = smtp.security() == SmtpSettings.Security.TLS;
    String protocol = tls ? "smtps" : "smtp";
    boolean startTls = smtp.security() == SmtpSettings.Security.STARTTLS;
    String patience = Long.toString(PATIENCE.toMillis());
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", protocol);
    properties.put("mail.transport.protocol.rfc822", protocol);
    String prefix = "mail." + protocol + ".";
    properties.put(prefix + "host", smtp.host());
    properties.put(prefix + "port", Integer.toString(smtp.port()));
    properties.put(prefix + "connectiontimeout", patience);
    properties.put(prefix + "timeout", patience);
    properties.put(prefix + "writetimeout", patience);
    properties.put(prefix + "ssl.checkserveridentity", "true");
    properties.put(prefix + "starttls.enable", Boolean.toString(startTls));
    properties.put(prefix + "starttls.required", Boolean.toString(startTls));
    properties.put(prefix + "auth", Boolean.toString(smtp.user() != null));
    return Session.getInstance(properties, new Login(smtp));
  }

  private static final class Login extends jakarta.mail.Authenticator {
    private final SmtpSettings smtp;

    Login(SmtpSettings smtp) {
      this.smtp = smtp;
    }

    @Override
    protected jakarta.mail.@Nullable PasswordAuthentication getPasswordAuthentication() {
      return smtp.user() == null
          ? null
          : new jakarta.mail.PasswordAuthentication(
              smtp.user(), smtp.password() == null ? "" : smtp.password());
    }
  }
}

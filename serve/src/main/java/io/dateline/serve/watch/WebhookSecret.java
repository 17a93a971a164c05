package io.dateline.serve.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key shared with a webhook's receiver (Standard Webhooks). Never shown. */
public final class WebhookSecret {
  private static final String PREFIX = "whsec_";
  private static final int MIN_BYTES = 24;
  private static final int MAX_BYTES = 64;

  private final byte[] key;

  private WebhookSecret(byte[] key) {
    this.key = key;
  }

  /**
   * Reads "whsec_" and the key in base64.
   *
   * @throws IllegalArgumentException that does not repeat the secret
   */
  public static WebhookSecret parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("a webhook's secret begins with " + PREFIX);
    }
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      // the decoder's message repeats a part of the secret
      throw new IllegalArgumentException("behind " + PREFIX + " stands no base64");
    }
    if (key.length < MIN_BYTES || key.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a webhook's key has " + MIN_BYTES + " to " + MAX_BYTES + " bytes");
    }
    return new WebhookSecret(key);
  }

  /**
   * The value of the header webhook-signature.
   *
   * @param id value of webhook-id
   * @param seconds value of webhook-timestamp
   * @param body the request's body
   */
  public String sign(String id, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + seconds + ".").getBytes(UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no HMAC-SHA256", e);
    }
  }

  /** The text form, for the channel alone. */
  String reveal() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /** Hides the key. */
  @Override
  public String toString() {
    return PREFIX + "***";
  }
}

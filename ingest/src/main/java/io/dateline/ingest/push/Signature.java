package io.dateline.ingest.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The X-Hub-Signature header (WebSub, section 8): "sha256=" and the HMAC of the body in hex. */
final class Signature {

  private static final Map<String, String> ALGORITHMS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  private Signature() {}

  /** Whether the header signs the body with the secret. */
  static boolean isOf(@Nullable String header, byte[] body, String secret) {
    int equals = header == null ? -1 : header.indexOf('=');
    if (header == null || equals < 0) {
      return false;
    }
    String name = header.substring(0, equals).strip().toLowerCase(Locale.ROOT);
    String algorithm = ALGORITHMS.get(name);
    if (algorithm == null) {
      return false;
    }
    try {
      byte[] stated = HexFormat.of().parseHex(header.substring(equals + 1).strip());
      return MessageDigest.isEqual(stated, hmac(algorithm, body, secret));
    } catch (IllegalArgumentException e) {
      return false; // no hexadecimal number: no signature
    }
  }

  private static byte[] hmac(String algorithm, byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}

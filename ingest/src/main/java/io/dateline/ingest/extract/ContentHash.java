package io.dateline.ingest.extract;

import io.dateline.model.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hash of what makes a version. */
public final class ContentHash {

  private ContentHash() {}

  /** SHA-256 over headline and body, lower-case hexadecimal. */
  public static String of(Text text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(text.headline().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      digest.update(text.body().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

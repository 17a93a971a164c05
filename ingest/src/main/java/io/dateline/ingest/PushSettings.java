package io.dateline.ingest;

import io.dateline.runtime.SettingsReader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where WebSub hubs call back.
 *
 * @param callback public address that leads here, without slash at its end
 * @param host listened on
 * @param port listened on; 0 takes any free one
 */
public record PushSettings(String callback, String host, int port) {

  private static final String DEFAULT_HOST = "127.0.0.1";
  private static final int DEFAULT_PORT = 8091;

  /** Cuts slashes at the end. */
  public PushSettings {
    callback = callback.replaceAll("/+$", "");
  }

  /** Reads DATELINE_PUSH_URL, DATELINE_PUSH_HOST and DATELINE_PUSH_PORT; null without the first. */
  static @Nullable PushSettings from(SettingsReader reader) {
    String url = reader.text("DATELINE_PUSH_URL", "");
    String host = reader.text("DATELINE_PUSH_HOST", DEFAULT_HOST);
    int port = reader.integer("DATELINE_PUSH_PORT", DEFAULT_PORT, 0, 65_535);
    if (url.isBlank()) {
      return null;
    }
    if (!url.toLowerCase(Locale.ROOT).matches("https?://[^\\s?#]+")) {
      reader.mistake("DATELINE_PUSH_URL '" + url + "' is no http or https address without query");
    }
    return new PushSettings(url, host, port);
  }
}

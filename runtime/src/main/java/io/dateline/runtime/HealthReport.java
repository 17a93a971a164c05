package io.dateline.runtime;

import io.dateline.model.ninjs.Json;

/** The JSON that /livez and /readyz answer with. */
public final class HealthReport {

  private HealthReport() {}

  /** {@code {"ready":true,"parts":{"kafka":"up","database":"waiting: refused"}}} in UTF-8. */
  public static byte[] of(Health health) {
    var root = Json.object();
    root.put("live", health.isLive()).put("ready", health.isReady());
    var parts = root.putObject("parts");
    health
        .parts()
        .forEach((name, state) ->
            parts.put(
                name,
                switch (state) {
                  case Health.Up up -> "up";
                  case Health.Waiting waiting -> "waiting: " + waiting.reason();
                  case Health.Dead dead -> "dead: " + dead.reason();
                }));
    return Json.write(root);
  }
}

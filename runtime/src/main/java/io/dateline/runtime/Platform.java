package io.dateline.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/**
 * What every service of a process shares.
 *
 * @param meters where metrics are kept
 * @param health what /livez and /readyz tell
 * @param clock the time
 */
public record Platform(MeterRegistry meters, Health health, InstantSource clock) {

  /** A platform with Prometheus meters, no checks yet, and the system's clock. */
  public static Platform create() {
    return new Platform(Meters.prometheus(), new Health(), InstantSource.system());
  }
}

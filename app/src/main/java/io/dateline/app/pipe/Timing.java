package io.dateline.app.pipe;

import io.dateline.model.ninjs.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How long each item took; reported as one line of JSON. */
final class Timing {
  private static final int FIRST_CAPACITY = 1024;

  private final long begun = System.nanoTime();
  private long[] nanos = new long[FIRST_CAPACITY];
  private int count;

  void add(long took) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count] = took;
    count++;
  }

  int count() {
    return count;
  }

  /** {@code {"pages":3,"wall_s":0.1,"mean_ms":12.0,"p50_ms":9.5,"p99_ms":30.1}}. */
  String report(String what) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    var line = Json.object();
    line.put(what, count).put("wall_s", round(System.nanoTime() - begun, 1e9));
    line.put("mean_ms", count == 0 ? 0 : round(Arrays.stream(sorted).sum() / count, 1e6));
    line.put("p50_ms", round(quantile(sorted, 0.50), 1e6));
    line.put("p99_ms", round(quantile(sorted, 0.99), 1e6));
    return new String(Json.write(line), StandardCharsets.UTF_8);
  }

  private static long quantile(long[] sorted, double q) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, q * sorted.length)];
  }

  private static double round(long nanos, double unit) {
    return Math.round(nanos / unit * 1000) / 1000.0;
  }
}

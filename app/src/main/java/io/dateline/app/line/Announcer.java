package io.dateline.app.line;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells the person at the terminal how the start goes and where to look. */
final class Announcer {
  private final long begun = System.nanoTime();
  private final PrintStream progress;
  private final PrintStream out;

  /** Progress goes to the first, where to look to the second. */
  Announcer(PrintStream progress, PrintStream out) {
    this.progress = progress;
    this.out = out;
  }

  static Announcer standard() {
    return new Announcer(System.err, System.out);
  }

  /** What begins now. */
  void step(String what) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    progress.printf(Locale.ROOT, "dateline: %5.1f s  %s%n", seconds, what);
  }

  /** The line is up. */
  void up(Running running, Duration took) {
    String page = running.page();
    out.printf(Locale.ROOT, "dateline is up after %.1f s%n", took.toMillis() / 1000.0);
    out.println("  live page    " + page);
    out.println("  articles     " + page + "api/v1/articles");
    out.println("  live stream  curl -N " + page + "api/v1/stream");
    out.println("  state        " + page + "readyz   " + page + "metrics");
    out.println("  Kafka        " + running.kafka() + "  (channel dateline.enriched.v1)");
    out.println("  PostgreSQL   " + running.database() + "  (user dateline)");
    out.println("  data         " + running.data());
    out.println("Ctrl-C stops it; the data are kept.");
    out.flush();
  }

  /** One more thing to look at. */
  void also(String line) {
    out.println(line);
    out.flush();
  }
}

package io.dateline.app.pipe;

import io.dateline.app.Terminal;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** A counter on the terminal; silent when stderr is not one. */
final class Progress implements AutoCloseable {
  private static final long PAUSE_NANOS = 200_000_000;

  private final @Nullable PrintStream terminal;
  private final String what;
  private long count;
  private long rejected;
  private long shown;

  Progress(String what) {
    this.what = what;
    terminal = Terminal.isWatched() ? System.err : null;
  }

  void add(boolean wasRejected) {
    count++;
    rejected += wasRejected ? 1 : 0;
    long now = System.nanoTime();
    if (terminal != null && now - shown > PAUSE_NANOS) {
      shown = now;
      show(terminal);
    }
  }

  private void show(PrintStream out) {
    out.print("\r" + count + " " + what + ", " + rejected + " rejected");
    out.flush();
  }

  @Override
  public void close() {
    if (terminal != null && count > 0) {
      show(terminal);
      terminal.println();
    }
  }
}

package io.dateline.app;

/** Whether somebody watches. */
public final class Terminal {

  private Terminal() {}

  /**
   * Whether standard error is a terminal, as the launcher saw it; Java itself can only tell for
   * standard input and output together.
   */
  public static boolean isWatched() {
    return Boolean.getBoolean("dateline.terminal");
  }
}

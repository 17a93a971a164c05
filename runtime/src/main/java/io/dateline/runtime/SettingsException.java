package io.dateline.runtime;

import java.util.List;

/** Settings that are wrong: all mistakes at once. A main prints the message and exits with 2. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One line for each mistake. */
  public SettingsException(List<String> mistakes) {
    super("wrong settings:\n  " + String.join("\n  ", mistakes));
  }
}

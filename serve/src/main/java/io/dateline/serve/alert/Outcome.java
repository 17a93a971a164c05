package io.dateline.serve.alert;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a try gave. */
sealed interface Outcome {

  /** For people, without secrets. */
  String note();

  /** The receiver took it. */
  record Taken(String note) implements Outcome {}

  /**
   * Not now.
   *
   * @param note why
   * @param asked the pause that the receiver asked for
   */
  record Later(String note, @Nullable Duration asked) implements Outcome {}

  /** The receiver wants nothing more, ever: its alert is switched off. */
  record Gone(String note) implements Outcome {}

  /** It must not be sent there at all. */
  record Refused(String note) implements Outcome {}
}

package io.dateline.ingest.fetch;

import io.dateline.model.Reason;
import java.io.IOException;

/** A body over a limit or broken in its coding. Never leaves this room. */
final class BodyException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  BodyException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}

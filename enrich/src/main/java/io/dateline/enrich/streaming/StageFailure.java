package io.dateline.enrich.streaming;

import io.dateline.model.Reason;
import io.dateline.model.ninjs.CodecException;

/** A record that a stage cannot take; carries the reason through Kafka Streams to the handler. */
final class StageFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  StageFailure(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  StageFailure(CodecException cause) {
    super(cause.getMessage(), cause);
    this.reason = cause.reason();
  }

  StageFailure(StackOverflowError cause) {
    super("nested too deeply for the stage", cause);
    this.reason = Reason.TOO_COMPLEX;
  }

  Reason reason() {
    return reason;
  }
}

package io.dateline.model.ninjs;

import io.dateline.model.Reason;

/** Bytes that are not what the contract says. Expected: callers turn it into a rejection. */
public final class CodecException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  CodecException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  CodecException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Bad JSON, or JSON that is not ninjs as the contract has it. */
  public Reason reason() {
    return reason;
  }
}

package io.dateline.ingest.publish;

/** The partition is written by another instance now, or the ledger was closed. */
public final class LedgerLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LedgerLostException(String message, Throwable cause) {
    super(message, cause);
  }
}

package io.dateline.ingest.fetch;

import java.net.UnknownHostException;

/** A host whose address must not be connected to. Never leaves this room. */
final class ForbiddenAddressException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  ForbiddenAddressException(String message) {
    super(message);
  }
}

package io.dateline.runtime.outbound;

import java.net.UnknownHostException;

/** A host whose address must not be connected to. */
public final class ForbiddenAddressException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  ForbiddenAddressException(String message) {
    super(message);
  }
}

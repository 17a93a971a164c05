package io.dateline.app.line;

import io.dateline.embedded.EmbeddedException;
import io.dateline.embedded.Ports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port that is usual when it is free. */
final class FreePort {
  private static final Logger LOG = LoggerFactory.getLogger(FreePort.class);

  private FreePort() {}

  /** The usual port, or any free one when it is taken. */
  static int preferring(int usual) {
    try {
      return Ports.claim("dateline", usual);
    } catch (EmbeddedException e) {
      int other = Ports.claim("dateline", 0);
      LOG.debug("port {} is taken, using {}", usual, other, e);
      return other;
    }
  }
}

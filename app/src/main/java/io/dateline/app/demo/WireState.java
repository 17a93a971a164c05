package io.dateline.app.demo;

import io.dateline.embedded.EmbeddedException;
import io.dateline.embedded.Ports;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Properties;

/**
 * What the wire must remember, so that after a restart its pages have the same addresses and none
 * goes back to an older version.
 *
 * @param port it listens on
 * @param started when it began to grow
 */
record WireState(int port, Instant started) {
  private static final int USUAL_PORT = 8089;

  /** The state kept in a folder, or a new one, which is kept. */
  static WireState of(Path folder, Instant now) {
    Path file = folder.resolve("wire.properties");
    try {
      return Files.exists(file) ? read(file) : write(file, new WireState(freePort(), now));
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's wire cannot use " + file, e);
    }
  }

  private static WireState read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new WireState(
        Integer.parseInt(properties.getProperty("port", "")),
        Instant.parse(properties.getProperty("started", "")));
  }

  private static WireState write(Path file, WireState state) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("port", Integer.toString(state.port()));
    properties.setProperty("started", state.started().toString());
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try (Writer writer = Files.newBufferedWriter(draft)) {
      properties.store(writer, "the demo's wire");
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    return state;
  }

  private static int freePort() {
    try {
      return Ports.claim("the demo's wire", USUAL_PORT);
    } catch (EmbeddedException e) {
      return Ports.claim("the demo's wire", 0); // somebody else has the usual one
    }
  }
}

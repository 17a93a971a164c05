package io.dateline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Backends that outlive a killed postmaster for a moment; they hold its shared memory, and a new
 * start fails while they do. On Linux every process of PostgreSQL has the data folder as its
 * working folder.
 */
final class Backends {
  private static final Path PROC = Path.of("/proc");

  private Backends() {}

  /** Whether any process works in that folder; false where there is no /proc. */
  static boolean liveIn(Path data) throws IOException {
    if (!Files.isDirectory(PROC)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(PROC)) {
      return entries
          .filter(entry -> Character.isDigit(entry.getFileName().toString().charAt(0)))
          .anyMatch(process -> worksIn(process, data));
    }
  }

  private static boolean worksIn(Path process, Path data) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).equals(data);
    } catch (IOException e) {
      // another user's process, a zombie, or one that went: none of ours
      return false;
    }
  }
}

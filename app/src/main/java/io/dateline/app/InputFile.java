package io.dateline.app;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command was told to read. */
public final class InputFile {

  private InputFile() {}

  /**
   * The file, before anything is begun.
   *
   * @throws UsageException naming it when it is missing, a folder, or not to be read
   */
  public static Path of(String name) {
    Path file = Path.of(name);
    if (Files.isDirectory(file)) {
      throw new UsageException("a folder, not a file: " + name);
    }
    if (!Files.isReadable(file)) {
      throw new UsageException("no such file, or not readable: " + name);
    }
    return file;
  }
}

package io.dateline.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads the pages of the evaluation sets, most of which lie packed. */
final class PageFiles {

  private PageFiles() {}

  /** A file's bytes, unpacked when its name ends in {@code .gz}. */
  static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      boolean packed = file.toString().endsWith(".gz");
      return packed ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
    }
  }

  /** All files of a folder, by their names. */
  static List<byte[]> all(Path folder) throws IOException {
    List<byte[]> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        pages.add(read(file));
      }
    }
    return pages;
  }
}

package io.dateline.ingest.backfill;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Tells whether the end of a WARC file is the end of a record. */
final class Tail {

  private static final String RECORD_END = "\r\n\r\n";
  private static final int CHUNK_BYTES = 64 * 1024;

  private Tail() {}

  /** Whether everything from the start of the last record on can be unpacked. */
  static boolean isWholeGzip(Path path, long lastStart) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      if (file.length() == 0) {
        return true;
      }
      file.seek(lastStart);
      try (InputStream in = new GZIPInputStream(Channels.newInputStream(file.getChannel()))) {
        byte[] chunk = new byte[CHUNK_BYTES];
        while (in.read(chunk) >= 0) {
          // only that it can be read matters
        }
        return true;
      } catch (EOFException | ZipException e) {
        return false;
      }
    }
  }

  /** Whether the file ends as a record does. */
  static boolean isWholePlain(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      byte[] end = new byte[RECORD_END.length()];
      if (file.length() < end.length) {
        return file.length() == 0;
      }
      file.seek(file.length() - end.length);
      file.readFully(end);
      return new String(end, StandardCharsets.US_ASCII).equals(RECORD_END);
    }
  }
}

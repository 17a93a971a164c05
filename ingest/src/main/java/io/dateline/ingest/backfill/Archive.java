package io.dateline.ingest.backfill;

import io.dateline.ingest.extract.Hints;
import io.dateline.ingest.extract.PageBytes;
import io.dateline.ingest.fetch.Bodies;
import io.dateline.ingest.fetch.Kind;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Reads the pages of a WARC file (ISO 28500), compressed or not. A file that ends early or is
 * broken gives what was readable and one {@link ArchiveItem.Broken}.
 */
public final class Archive implements AutoCloseable {
  private final Path path;
  private final WarcReader reader;
  private boolean ended;
  private long lastStart;

  private Archive(Path path, WarcReader reader) {
    this.path = path;
    this.reader = reader;
  }

  /**
   * Opens a file.
   *
   * @throws IOException naming the file when it cannot be opened or does not begin as a WARC
   */
  public static Archive open(Path path) throws IOException {
    try {
      WarcReader reader = new WarcReader(path);
      reader.setLenient(true);
      return new Archive(path, reader);
    } catch (IOException | RuntimeException e) {
      throw new IOException(path + " cannot be opened as WARC: " + e.getMessage(), e);
    }
  }

  /** The next page or broken record; null at the end. */
  public @Nullable ArchiveItem next() {
    while (!ended) {
      long at = reader.position();
      String origin = path.getFileName() + "@" + at;
      try {
        Optional<WarcRecord> record = reader.next();
        if (record.isEmpty()) {
          ended = true;
          return cutShort(origin);
        }
        lastStart = reader.position();
        if (record.get() instanceof WarcResponse response && isWeb(response.target())) {
          return page(response, path.getFileName() + "@" + reader.position());
        }
      } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
        ended = true; // where the next record would begin is not known
        return broken(
            Reason.BAD_ARCHIVE, "ends early or is broken: " + e.getMessage(), origin, origin);
      }
    }
    return null;
  }

  /** jwarc takes a record that was cut in its header for the end of the file. */
  private @Nullable ArchiveItem cutShort(String origin) throws IOException {
    boolean whole =
        reader.compression() == WarcCompression.GZIP
            ? Tail.isWholeGzip(path, lastStart)
            : Tail.isWholePlain(path);
    return whole ? null : broken(Reason.BAD_ARCHIVE, "ends early", origin, origin);
  }

  private static boolean isWeb(@Nullable String target) {
    return target != null && target.toLowerCase(Locale.ROOT).startsWith("http");
  }

  private ArchiveItem page(WarcResponse response, String origin) throws IOException {
    String url = clean(response.target());
    HttpResponse http = response.http();
    if (http.status() != 200) {
      return broken(Reason.HTTP_STATUS, "status " + http.status(), url, origin);
    }
    String type = http.headers().first("Content-Type").orElse(null);
    if (type != null && !isPage(type)) {
      return broken(Reason.UNSUPPORTED_TYPE, "Content-Type " + type, url, origin);
    }
    byte[] raw;
    try {
      raw = Bodies.readAll(http.body().stream(), Kind.PAGE.maxBytes());
      String coding = String.join(",", http.headers().all("Content-Encoding"));
      byte[] body = Bodies.decode(raw, coding, Kind.PAGE.maxBytes());
      PageBytes page = new PageBytes(body, url, type, Hints.NONE, response.date());
      return new ArchiveItem.Page(origin, page, response.date());
    } catch (Bodies.BodyException e) {
      return broken(e.reason(), String.valueOf(e.getMessage()), url, origin);
    }
  }

  /** WARC 0.18 wrote addresses in angle brackets. */
  private static String clean(String target) {
    return target.startsWith("<") && target.endsWith(">")
        ? target.substring(1, target.length() - 1)
        : target;
  }

  private static boolean isPage(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return lower.contains("html") || lower.contains("xml") || lower.startsWith("text/plain");
  }

  private static ArchiveItem.Broken broken(
      Reason reason, String detail, String subject, String origin) {
    Rejection rejection = Rejection.of(Stage.FETCH, reason, origin + ": " + detail, subject);
    return new ArchiveItem.Broken(origin, rejection);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}

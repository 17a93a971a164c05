package io.dateline.app.pipe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.app.InputFile;
import io.dateline.ingest.backfill.Archive;
import io.dateline.ingest.backfill.ArchiveItem;
import io.dateline.ingest.extract.Hints;
import io.dateline.ingest.extract.PageBytes;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Stage;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.Json;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads pages out of what a caller names on the command line, one after the other. */
final class PageInput {

  /** Most bytes read of one page, decompressed: what the extractor would take, and one more. */
  private static final int MAX_PAGE_BYTES = 10 * 1024 * 1024 + 1;

  private static final String PIPE = "-";

  private PageInput() {}

  /** Receives what was read, in order. */
  interface Taker {
    /** A page to extract, with the time it was captured when that is known. */
    void page(@Nullable String id, PageBytes page, @Nullable Instant captured) throws IOException;

    /** A plain text to extract. */
    void text(@Nullable String id, String url, String text) throws IOException;

    /** Something that cannot be read. */
    void broken(@Nullable String id, Rejection rejection) throws IOException;
  }

  /** Fails before anything is read when a name is no file. */
  static void check(String name) {
    if (!name.equals(PIPE)) {
      InputFile.of(name);
    }
  }

  /** Reads one name: a file of a kind told by its ending, or "-" for lines on standard input. */
  static void read(String name, InputStream stdin, Taker taker) throws IOException {
    if (name.equals(PIPE)) {
      readLines(stdin, "standard input", taker);
      return;
    }
    Path file = Path.of(name);
    String lower = name.toLowerCase(Locale.ROOT);
    String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    if (plain.endsWith(".warc")) {
      readArchive(file, taker);
    } else if (plain.endsWith(".ndjson") || plain.endsWith(".jsonl")) {
      try (InputStream in = open(file, lower)) {
        readLines(in, name, taker);
      }
    } else {
      readFile(file, lower, plain.endsWith(".txt"), taker);
    }
  }

  private static InputStream open(Path file, String lower) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file));
    return lower.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
  }

  private static void readArchive(Path file, Taker taker) throws IOException {
    try (Archive archive = Archive.open(file)) {
      for (ArchiveItem item = archive.next(); item != null; item = archive.next()) {
        switch (item) {
          case ArchiveItem.Page page -> taker.page(page.origin(), page.page(), page.captured());
          case ArchiveItem.Broken broken -> taker.broken(broken.origin(), broken.rejection());
        }
      }
    }
  }

  private static void readFile(Path file, String lower, boolean text, Taker taker)
      throws IOException {
    String url = file.toUri().toString();
    String id = file.getFileName().toString();
    byte[] bytes;
    try (InputStream in = open(file, lower)) {
      bytes = in.readNBytes(MAX_PAGE_BYTES);
    } catch (EOFException | ZipException e) {
      String detail = file + " ends early or is broken: " + e.getMessage();
      taker.broken(id, Rejection.of(Stage.FETCH, Reason.BAD_BODY, detail, url));
      return;
    }
    if (text) {
      taker.text(id, url, new String(bytes, StandardCharsets.UTF_8));
    } else {
      taker.page(id, PageBytes.of(bytes, url), null);
    }
  }

  private static void readLines(InputStream in, String name, Taker taker) throws IOException {
    LineReader lines = new LineReader(in);
    for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
      readLine(line, name, taker);
    }
  }

  private static void readLine(LineReader.Line line, String name, Taker taker) throws IOException {
    String where = name + " line " + line.number();
    if (line.tooLong()) {
      String detail = where + " is longer than " + LineReader.MAX_LINE_BYTES + " bytes";
      taker.broken(null, Rejection.of(Stage.FETCH, Reason.TOO_LARGE, detail, where));
      return;
    }
    ObjectNode node;
    try {
      node = Json.read(line.bytes());
    } catch (CodecException e) {
      taker.broken(
          null, Rejection.of(Stage.FETCH, e.reason(), where + ": " + e.getMessage(), where));
      return;
    }
    String id = node.path("id").asText(null);
    String url = node.path("url").asText("urn:dateline:" + (id == null ? "page" : id));
    String html = node.path("html").textValue();
    if (html == null) {
      String detail = where + ": no field 'html'";
      taker.broken(id, Rejection.of(Stage.FETCH, Reason.BAD_JSON, detail, url));
      return;
    }
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    taker.page(id, new PageBytes(bytes, url, "text/html; charset=utf-8", Hints.NONE), null);
  }
}

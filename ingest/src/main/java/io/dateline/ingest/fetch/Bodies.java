package io.dateline.ingest.fetch;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.ZstdInputStream;
import io.dateline.model.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Reads bodies under a limit of decoded bytes. */
public final class Bodies {

  private static final int CHUNK_BYTES = 16 * 1024;
  private static final int SNIFFED_BYTES = 64;

  /** Memory is taken for no larger body before its bytes are there. */
  private static final int MAX_ANNOUNCED_BYTES = 1024 * 1024;

  /** Begins a change of charset in ISO-2022. */
  private static final int ESCAPE = 0x1B;

  private Bodies() {}

  /** A body over a limit or broken in its coding. */
  public static final class BodyException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    BodyException(Reason reason, String message) {
      super(message);
      this.reason = reason;
    }

    /** Too large, or bad. */
    public Reason reason() {
      return reason;
    }
  }

  /** The codings we can undo, as an Accept-Encoding header. */
  static String accepted() {
    return Brotli4jLoader.isAvailable() ? "gzip, deflate, br, zstd" : "gzip, deflate, zstd";
  }

  /** Everything the stream holds; {@link BodyException} past the limit. */
  public static byte[] readAll(InputStream in, int maxBytes) throws IOException {
    return readAll(in, 0, maxBytes);
  }

  /**
   * The same of a stream whose length was announced: it is read into one piece of memory.
   *
   * @param announced bytes, not positive when unknown; believed up to {@link #MAX_ANNOUNCED_BYTES}
   */
  static byte[] readAll(InputStream in, long announced, int maxBytes) throws IOException {
    byte[] first = new byte[Math.clamp(announced, 0, Math.min(MAX_ANNOUNCED_BYTES, maxBytes))];
    int read = in.readNBytes(first, 0, first.length);
    byte[] rest =
        in.readNBytes(Math.addExact(maxBytes - read, 1)); // none, if it was announced well
    if (read + rest.length > maxBytes) {
      throw new BodyException(Reason.TOO_LARGE, "more than " + maxBytes + " bytes");
    }
    if (rest.length == 0 && read == first.length) {
      return first;
    }
    byte[] all = Arrays.copyOf(first, read + rest.length);
    System.arraycopy(rest, 0, all, read, rest.length);
    return all;
  }

  /** The first bytes of the stream, up to the limit. */
  static byte[] readHead(InputStream in, int maxBytes) throws IOException {
    return in.readNBytes(maxBytes);
  }

  /** Undoes content codings, last first; the limit holds after each of them. */
  public static byte[] decode(byte[] raw, @Nullable String contentEncoding, int maxBytes)
      throws IOException {
    List<String> codings = codings(contentEncoding);
    if (codings.size() > FetchLimits.MAX_CODINGS) {
      throw new BodyException(Reason.BAD_BODY, codings.size() + " content codings");
    }
    byte[] body = raw;
    for (String coding : codings.reversed()) {
      body = decodeOne(body, coding, maxBytes);
    }
    return body;
  }

  private static List<String> codings(@Nullable String header) {
    List<String> codings = new ArrayList<>();
    if (header != null) {
      for (String part : header.split(",")) {
        String coding = part.strip().toLowerCase(Locale.ROOT);
        if (!coding.isEmpty() && !coding.equals("identity") && !coding.equals("none")) {
          codings.add(coding);
        }
      }
    }
    return codings;
  }

  private static byte[] decodeOne(byte[] body, String coding, int maxBytes) throws IOException {
    if (coding.contains("gzip") && body.length > 0 && !isGzip(body) && isText(body)) {
      return body; // labelled, but not compressed: servers do that behind proxies
    }
    try (InputStream in = stream(new ByteArrayInputStream(body), coding, body)) {
      return readAll(in, maxBytes);
    } catch (BodyException e) {
      throw e;
    } catch (IOException e) {
      BodyException broken =
          new BodyException(Reason.BAD_BODY, "broken " + coding + " coding: " + e.getMessage());
      broken.initCause(e);
      throw broken;
    }
  }

  private static InputStream stream(InputStream in, String coding, byte[] body) throws IOException {
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(in, CHUNK_BYTES);
      case "deflate" -> new InflaterInputStream(in, new Inflater(!isZlib(body)), CHUNK_BYTES);
      case "br" -> new BrotliInputStream(in, CHUNK_BYTES);
      case "zstd" -> new ZstdInputStream(in);
      default ->
          throw new BodyException(Reason.BAD_BODY, "unknown content coding '" + coding + "'");
    };
  }

  static boolean isGzip(byte[] body) {
    return body.length > 1 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
  }

  /** Whether the first bytes may be text: UTF-16 by its mark, else no control characters. */
  private static boolean isText(byte[] body) {
    int first = body.length < 2 ? 0 : ((body[0] & 0xFF) << 8) | (body[1] & 0xFF);
    if (first == 0xFEFF || first == 0xFFFE) {
      return true;
    }
    for (int i = 0; i < Math.min(body.length, SNIFFED_BYTES); i++) {
      boolean control = body[i] >= 0 && body[i] < ' ' && !Character.isWhitespace(body[i]);
      if (control && body[i] != ESCAPE) {
        return false;
      }
    }
    return true;
  }

  private static boolean isZlib(byte[] body) {
    return body.length > 1
        && (body[0] & 0x0F) == 8
        && ((((body[0] & 0xFF) << 8) | (body[1] & 0xFF)) % 31) == 0;
  }
}

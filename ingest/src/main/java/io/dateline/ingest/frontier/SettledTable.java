package io.dateline.ingest.frontier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Pages that are done with, in 32 bytes each: 128 bits of a hash of the address, 64 bits of the
 * content hash, version and time. An address is recognised with an error probability under 10^-20.
 */
final class SettledTable {

  private static final int FIRST_CAPACITY = 1 << 10;
  private static final double MAX_LOAD = 0.6;
  private static final int HASH_HEX_CHARS = 16;
  private static final int REMOVED = -1;

  private long[] keyHigh = new long[FIRST_CAPACITY];
  private long[] keyLow = new long[FIRST_CAPACITY];
  private long[] content = new long[FIRST_CAPACITY];
  private int[] version = new int[FIRST_CAPACITY];
  private int[] seenSeconds = new int[FIRST_CAPACITY];
  private int used;
  private int live;

  private record Key(long high, long low) {

    static Key of(String url) {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
        ByteBuffer buffer = ByteBuffer.wrap(digest);
        return new Key(
            buffer.getLong() | 1, buffer.getLong()); // never zero: zero marks a free slot
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }

  int size() {
    return live;
  }

  void put(Mark.PageMark mark) {
    if (used >= keyHigh.length * MAX_LOAD) {
      grow();
    }
    Key key = Key.of(mark.url());
    int slot = slot(key.high(), key.low());
    if (keyHigh[slot] == 0) {
      used++;
      live++;
    } else if (version[slot] == REMOVED) {
      live++;
    }
    keyHigh[slot] = key.high();
    keyLow[slot] = key.low();
    content[slot] = prefix(mark.hash());
    version[slot] = mark.version();
    seenSeconds[slot] = (int) mark.seen().getEpochSecond();
  }

  /** The mark as far as it is kept: source and uri are gone, the hash is cut to 16 digits. */
  Mark.@Nullable PageMark get(String url) {
    Key key = Key.of(url);
    int slot = slot(key.high(), key.low());
    if (keyHigh[slot] == 0 || version[slot] == REMOVED) {
      return null;
    }
    String hash = content[slot] == 0 ? null : String.format(Locale.ROOT, "%016x", content[slot]);
    Instant seen = Instant.ofEpochSecond(Integer.toUnsignedLong(seenSeconds[slot]));
    return new Mark.PageMark(url, null, null, hash, version[slot], seen, null);
  }

  void remove(String url) {
    Key key = Key.of(url);
    int slot = slot(key.high(), key.low());
    if (keyHigh[slot] != 0 && version[slot] != REMOVED) {
      version[slot] = REMOVED;
      live--;
    }
  }

  private static long prefix(@Nullable String hash) {
    if (hash == null || hash.length() < HASH_HEX_CHARS) {
      return 0;
    }
    return Long.parseUnsignedLong(hash, 0, HASH_HEX_CHARS, 16);
  }

  private int slot(long high, long low) {
    int mask = keyHigh.length - 1;
    int at = (int) (low ^ (low >>> 32)) & mask;
    while (keyHigh[at] != 0 && (keyHigh[at] != high || keyLow[at] != low)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldHigh = keyHigh;
    long[] oldLow = keyLow;
    long[] oldContent = content;
    int[] oldVersion = version;
    int[] oldSeen = seenSeconds;
    int capacity = oldHigh.length * 2;
    keyHigh = new long[capacity];
    keyLow = new long[capacity];
    content = new long[capacity];
    version = new int[capacity];
    seenSeconds = new int[capacity];
    used = 0;
    for (int i = 0; i < oldHigh.length; i++) {
      if (oldHigh[i] != 0 && oldVersion[i] != REMOVED) {
        int slot = slot(oldHigh[i], oldLow[i]);
        keyHigh[slot] = oldHigh[i];
        keyLow[slot] = oldLow[i];
        content[slot] = oldContent[i];
        version[slot] = oldVersion[i];
        seenSeconds[slot] = oldSeen[i];
        used++;
      }
    }
  }
}

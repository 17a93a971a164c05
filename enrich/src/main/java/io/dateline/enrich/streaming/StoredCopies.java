package io.dateline.enrich.streaming;

import io.dateline.enrich.duplicate.CopyState;
import io.dateline.enrich.duplicate.KnownText;
import io.dateline.enrich.duplicate.MemoryCopyState;
import io.dateline.enrich.duplicate.Sketch;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of texts: a store has one entry an article, and what leads to it is held in memory,
 * built from the store at the start. Kept in stores, the keys of one article were seventeen records
 * of a changelog.
 */
final class StoredCopies implements CopyState {

  private final SlicedStore texts;
  private final MemoryCopyState held;
  private long next;

  /**
   * Reads what the store has.
   *
   * @param capacity most texts held, the newest
   */
  StoredCopies(SlicedStore texts, int capacity) {
    this.texts = texts;
    held = new MemoryCopyState(capacity);
    for (byte[] bytes : texts.newest(capacity)) {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      next = in.getLong() + 1;
      held.remember(read(in.getLong(), in));
    }
  }

  @Override
  public List<KnownText> under(int... keys) {
    return held.under(keys);
  }

  @Override
  public @Nullable KnownText of(long article) {
    KnownText known = held.of(article);
    if (known != null) {
      return known;
    }
    byte[] bytes = texts.get(article);
    return bytes == null ? null : read(article, ByteBuffer.wrap(bytes, 16, bytes.length - 16));
  }

  @Override
  public void remember(KnownText text) {
    held.remember(text);
    texts.put(text.article(), write(text, next++));
  }

  /** Forgets an article's text. */
  void forget(long article) {
    held.forget(article);
    texts.remove(article);
  }

  private static byte[] write(KnownText text, long number) {
    byte[] group = text.group().getBytes(StandardCharsets.UTF_8);
    int[] hashes = text.sketch().hashes();
    ByteBuffer out = ByteBuffer.allocate(23 + 4 * hashes.length + group.length);
    out.putLong(number).putLong(text.article());
    out.put((byte) text.sketch().level()).putInt(text.sketch().shingles());
    out.putShort((short) hashes.length);
    for (int hash : hashes) {
      out.putInt(hash);
    }
    return out.put(group).array();
  }

  private static KnownText read(long article, ByteBuffer in) {
    int level = in.get();
    int shingles = in.getInt();
    int[] hashes = new int[in.getShort()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = in.getInt();
    }
    String group = StandardCharsets.UTF_8.decode(in).toString();
    return new KnownText(article, group, new Sketch(hashes, level, shingles));
  }
}

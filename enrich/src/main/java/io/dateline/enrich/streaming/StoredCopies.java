package io.dateline.enrich.streaming;

import io.dateline.enrich.duplicate.CopyState;
import io.dateline.enrich.duplicate.KnownText;
import io.dateline.enrich.duplicate.Sketch;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of texts, in the topology's stores. */
final class StoredCopies implements CopyState {

  private final SlicedStore<Long> texts;
  private final SlicedStore<Integer> keys;

  StoredCopies(SlicedStore<Long> texts, SlicedStore<Integer> keys) {
    this.texts = texts;
    this.keys = keys;
  }

  @Override
  public List<KnownText> under(int key) {
    List<KnownText> found = new ArrayList<>();
    for (long article : Longs.read(keys.get(key))) {
      KnownText text = of(article);
      if (text != null) {
        found.add(text);
      }
    }
    return found;
  }

  @Override
  public @Nullable KnownText of(long article) {
    byte[] bytes = texts.get(article);
    return bytes == null ? null : read(article, bytes);
  }

  @Override
  public void remember(KnownText text) {
    texts.put(text.article(), write(text));
    for (int i = 0; i < text.sketch().keyCount(); i++) {
      int key = text.sketch().hashes()[i];
      keys.put(key, Longs.withFirst(keys.get(key), text.article(), MAX_PER_KEY));
    }
  }

  /** Forgets an article's text. */
  void forget(long article) {
    texts.remove(article);
  }

  private static byte[] write(KnownText text) {
    byte[] group = text.group().getBytes(StandardCharsets.UTF_8);
    int[] hashes = text.sketch().hashes();
    ByteBuffer out = ByteBuffer.allocate(7 + 4 * hashes.length + group.length);
    out.put((byte) text.sketch().level()).putInt(text.sketch().shingles());
    out.putShort((short) hashes.length);
    for (int hash : hashes) {
      out.putInt(hash);
    }
    return out.put(group).array();
  }

  private static KnownText read(long article, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int level = in.get();
    int shingles = in.getInt();
    int[] hashes = new int[in.getShort()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = in.getInt();
    }
    String group =
        new String(bytes, in.position(), bytes.length - in.position(), StandardCharsets.UTF_8);
    return new KnownText(article, group, new Sketch(hashes, level, shingles));
  }
}

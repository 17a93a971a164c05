package io.dateline.enrich.streaming;

import io.dateline.enrich.story.Story;
import io.dateline.enrich.story.Terms;
import java.nio.ByteBuffer;

/** Stories as bytes: in the stores and between partitions. */
final class StoryCodec {

  private static final int HEAD_BYTES = 36;
  private static final int TERM_BYTES = 8;

  /** What was written before stories were merged has none. */
  private static final int INTO_BYTES = 8;

  /** The highest bit of the size: all articles are comments. */
  private static final int COMMENTS = 1 << 31;

  private StoryCodec() {}

  static byte[] write(Story story) {
    int terms = story.terms().size() + story.links().size();
    ByteBuffer out = ByteBuffer.allocate(HEAD_BYTES + TERM_BYTES * terms + INTO_BYTES);
    out.putLong(story.id())
        .putInt(story.language())
        .putInt(story.size() | (story.comments() ? COMMENTS : 0));
    out.putLong(story.firstSeen()).putLong(story.lastSeen());
    write(story.terms(), out);
    write(story.links(), out);
    out.putLong(story.into());
    return out.array();
  }

  private static void write(Terms terms, ByteBuffer out) {
    out.putShort((short) terms.size());
    for (int i = 0; i < terms.size(); i++) {
      out.putInt(terms.keys()[i]).putFloat(terms.weights()[i]);
    }
  }

  static Story read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long id = in.getLong();
    int language = in.getInt();
    int size = in.getInt();
    long first = in.getLong();
    long last = in.getLong();
    Terms terms = readTerms(in);
    Terms links = readTerms(in);
    boolean comments = (size & COMMENTS) != 0;
    long into = in.remaining() < INTO_BYTES ? 0 : in.getLong();
    return new Story(id, language, terms, links, size & ~COMMENTS, first, last, comments, into);
  }

  private static Terms readTerms(ByteBuffer in) {
    int size = in.getShort();
    int[] keys = new int[size];
    float[] weights = new float[size];
    for (int i = 0; i < size; i++) {
      keys[i] = in.getInt();
      weights[i] = in.getFloat();
    }
    return new Terms(keys, weights);
  }
}

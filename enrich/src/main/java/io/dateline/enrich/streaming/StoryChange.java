package io.dateline.enrich.streaming;

import io.dateline.enrich.story.StoryState;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What one article changed in the memory of stories, as an entry that can be done again: number,
 * story of the article, counted terms, and for each story the terms that lead to it.
 */
final class StoryChange {

  private static final int HEAD_BYTES = 18;
  private static final int LEAD_BYTES = 12;

  private int[] counted = new int[64];
  private int counts;
  private int[] terms = new int[48];
  private long[] stories = new long[48];
  private int leads;
  private long article;
  private long story;

  void count(int term) {
    counted = counts < counted.length ? counted : Arrays.copyOf(counted, 2 * counts);
    counted[counts++] = term;
  }

  void index(int term, long to) {
    if (leads == terms.length) {
      terms = Arrays.copyOf(terms, 2 * leads);
      stories = Arrays.copyOf(stories, 2 * leads);
    }
    terms[leads] = term;
    stories[leads++] = to;
  }

  void assign(long articleHash, long to) {
    article = articleHash;
    story = to;
  }

  boolean isEmpty() {
    return counts == 0 && leads == 0 && article == 0;
  }

  /** Whether an article was put somewhere or terms were counted for one. */
  boolean isOfArticle() {
    return article != 0 || counts > 0;
  }

  /**
   * The article's hash; what is given when there is no article, as with news of other languages.
   */
  long keyOr(long other) {
    return article == 0 ? other : article;
  }

  byte[] write(long number) {
    ByteBuffer out = ByteBuffer.allocate(HEAD_BYTES + Integer.BYTES * counts + LEAD_BYTES * leads);
    out.putLong(number).putLong(story).putShort((short) counts);
    for (int i = 0; i < counts; i++) {
      out.putInt(counted[i]);
    }
    for (int i = 0; i < leads; i++) {
      out.putInt(terms[i]).putLong(stories[i]);
    }
    return out.array();
  }

  static long number(byte[] entry) {
    return ByteBuffer.wrap(entry).getLong();
  }

  /** The story of the article; 0 when the entry is of no article. */
  static long story(byte[] entry) {
    return ByteBuffer.wrap(entry).getLong(Long.BYTES);
  }

  /** Counts and leads once more. */
  static void apply(byte[] entry, StoryState state) {
    ByteBuffer in = ByteBuffer.wrap(entry);
    in.position(2 * Long.BYTES);
    for (int left = in.getShort(); left > 0; left--) {
      state.count(in.getInt());
    }
    while (in.remaining() >= LEAD_BYTES) {
      state.index(in.getInt(), in.getLong());
    }
  }
}

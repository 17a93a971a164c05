package io.dateline.enrich.duplicate;

import java.util.Arrays;

/**
 * What is remembered of a text to find its copies: hashes of its shingles (runs of {@value
 * #SHINGLE_WORDS} words, {@value #SHINGLE_CHARACTERS} characters where words are not spaced).
 *
 * <p>Up to {@value #MAX_HASHES} shingles all are kept and containment is exact. Of a longer text
 * those below a threshold are kept that halves with each level: the same threshold for all texts of
 * a level, so two sketches stay comparable and containment is an estimate whose standard error is
 * at most 0.11.
 *
 * @param hashes distinct, ascending as unsigned numbers
 * @param level each level keeps half of the hashes of the one before; 0 keeps all
 * @param shingles how many distinct shingles the text has
 */
public record Sketch(int[] hashes, int level, int shingles) {

  /** Words in a shingle. */
  public static final int SHINGLE_WORDS = 4;

  /** Characters in a shingle of a script without spaces. */
  public static final int SHINGLE_CHARACTERS = 7;

  /** Most hashes kept. */
  public static final int MAX_HASHES = 48;

  /** Keys under which a text is looked up: its smallest hashes (bottom-k MinHash). */
  public static final int MAX_KEYS = 16;

  /** Fewest words of a text that is compared as a whole. */
  public static final int MIN_WHOLE_WORDS = 5;

  private static final long WHOLE_SALT = 0x5bf03635dcd4f1a7L;

  /** The sketch of the words of a text. */
  public static Sketch of(Words words) {
    int[] all = shingleHashes(words);
    int kept = all.length;
    int level = 0;
    while (kept > MAX_HASHES) {
      level++;
      kept = below(all, all.length, level);
    }
    return new Sketch(Arrays.copyOf(all, kept), level, all.length);
  }

  /**
   * The sketch of a text too short for shingles, a headline say: the whole text is its one shingle,
   * so only the same words in the same order match. Fewer than {@value #MIN_WHOLE_WORDS} words
   * match nothing.
   */
  public static Sketch ofWhole(Words words) {
    if (words.size() < MIN_WHOLE_WORDS) {
      return new Sketch(new int[0], 0, 0);
    }
    long hash = WHOLE_SALT;
    for (int i = 0; i < words.size(); i++) {
      hash = hash * 0x9e3779b97f4a7c15L + words.hash(i);
    }
    return new Sketch(new int[] {(int) (Words.mix(hash) >>> 32)}, 0, 1);
  }

  private static int[] shingleHashes(Words words) {
    int[] hashes = new int[words.size()];
    int count = 0;
    for (int i = 0; i < words.size(); i++) {
      int length = words.isSingle(i) ? SHINGLE_CHARACTERS : SHINGLE_WORDS;
      if (i + length > words.size()) {
        continue;
      }
      long hash = 0;
      for (int j = i; j < i + length; j++) {
        hash = hash * 0x9e3779b97f4a7c15L + words.hash(j);
      }
      hashes[count++] = (int) (Words.mix(hash) >>> 32) ^ Integer.MIN_VALUE;
    }
    return distinct(hashes, count);
  }

  /** Sorts by the signed order of hashes whose sign bit was flipped, then flips it back. */
  private static int[] distinct(int[] hashes, int count) {
    Arrays.sort(hashes, 0, count);
    int size = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[size++] = hashes[i];
      }
    }
    int[] result = Arrays.copyOf(hashes, size);
    for (int i = 0; i < size; i++) {
      result[i] ^= Integer.MIN_VALUE;
    }
    return result;
  }

  /** How many of the first hashes are below the threshold of a level. */
  private static int below(int[] hashes, int size, int level) {
    if (level == 0) {
      return size;
    }
    int count = 0;
    while (count < size && (hashes[count] >>> (32 - level)) == 0) {
      count++;
    }
    return count;
  }

  /** The hashes under which texts are looked for: the smallest. */
  int[] keys() {
    return Arrays.copyOf(hashes, Math.min(MAX_KEYS, hashes.length));
  }

  /** Compares with another sketch. */
  public Overlap overlap(Sketch other) {
    int common = Math.max(level, other.level);
    int mine = common == level ? hashes.length : below(hashes, hashes.length, common);
    int theirs =
        common == other.level
            ? other.hashes.length
            : below(other.hashes, other.hashes.length, common);
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < mine && j < theirs) {
      int order = Integer.compareUnsigned(hashes[i], other.hashes[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return new Overlap(share(shared, mine), share(shared, theirs));
  }

  private static double share(int shared, int of) {
    return of == 0 ? 0 : (double) shared / of;
  }

  /**
   * How much two texts share.
   *
   * @param ofThis share of this text's shingles found in the other, 0 to 1
   * @param ofOther share of the other text's shingles found in this one, 0 to 1
   */
  public record Overlap(double ofThis, double ofOther) {

    /** Share of the shorter text found in the longer one. */
    public double containment() {
      return Math.max(ofThis, ofOther);
    }
  }
}

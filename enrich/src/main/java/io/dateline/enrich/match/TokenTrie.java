package io.dateline.enrich.match;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary of phrases, matched word by word from a place in a text on. Immutable and
 * thread-safe once built.
 *
 * @param <V> what a phrase stands for
 */
public final class TokenTrie<V> {

  private static final int ROOT = 0;

  private final LongIntMap words;
  private final LongIntMap edges;
  private final List<List<Phrase<V>>> phrases;

  private TokenTrie(Builder<V> builder) {
    words = builder.words;
    edges = builder.edges;
    phrases = builder.phrases.stream().map(List::copyOf).toList();
  }

  /**
   * A phrase found.
   *
   * @param value what it stands for
   * @param from first token
   * @param to one behind the last token
   * @param <V> what a phrase stands for
   */
  public record Match<V>(V value, int from, int to) {}

  private record Phrase<V>(Tokens.Shape[] shapes, V value) {

    boolean fits(Tokens tokens, int from) {
      for (int i = 0; i < shapes.length; i++) {
        if (!fits(shapes[i], tokens.shape(from + i))) {
          return false;
        }
      }
      return true;
    }

    /** A small form may be written large, a large one not small; an acronym only as it is. */
    private static boolean fits(Tokens.Shape form, Tokens.Shape seen) {
      return switch (form) {
        case NONE, LOWER -> true;
        case CAPITAL -> seen == Tokens.Shape.CAPITAL || seen == Tokens.Shape.UPPER;
        case UPPER -> seen == Tokens.Shape.UPPER;
      };
    }
  }

  /** A builder without phrases. */
  public static <V> Builder<V> builder() {
    return new Builder<>();
  }

  /** The longest phrase that begins at a token; the first added one where several are equal. */
  public @Nullable Match<V> longest(Tokens tokens, int from) {
    int word = words.get(tokens.hash(from));
    if (word == LongIntMap.ABSENT) {
      return null;
    }
    Match<V> best = null;
    int node = edges.get(edge(ROOT, word));
    int at = from;
    while (node != LongIntMap.ABSENT) {
      V value = fitting(tokens, from, node);
      if (value != null) {
        best = new Match<>(value, from, at + 1);
      }
      if (!tokens.joined(at)) {
        break;
      }
      word = words.get(tokens.hash(++at));
      node = word == LongIntMap.ABSENT ? word : edges.get(edge(node, word));
    }
    return best;
  }

  private @Nullable V fitting(Tokens tokens, int from, int node) {
    List<Phrase<V>> here = phrases.get(node);
    for (int i = 0; i < here.size(); i++) {
      if (here.get(i).fits(tokens, from)) {
        return here.get(i).value();
      }
    }
    return null;
  }

  private static long edge(int node, int word) {
    return ((long) node << 32) | word;
  }

  /**
   * Collects phrases.
   *
   * @param <V> what a phrase stands for
   */
  public static final class Builder<V> {

    private final LongIntMap words = new LongIntMap();
    private final LongIntMap edges = new LongIntMap();
    private final List<List<Phrase<V>>> phrases = new ArrayList<>();
    private int wordCount;

    private Builder() {
      phrases.add(new ArrayList<>());
    }

    /**
     * Adds a phrase; its way of writing small and large says what text it matches.
     *
     * @throws IllegalArgumentException when the phrase has no word
     */
    public Builder<V> add(String phrase, V value) {
      Tokens tokens = Tokens.of(phrase);
      if (tokens.count() == 0) {
        throw new IllegalArgumentException("no word in phrase '" + phrase + "'");
      }
      Tokens.Shape[] shapes = new Tokens.Shape[tokens.count()];
      int node = ROOT;
      for (int i = 0; i < shapes.length; i++) {
        shapes[i] = tokens.shape(i);
        node = child(node, word(tokens.hash(i)));
      }
      phrases.get(node).add(new Phrase<>(shapes, value));
      return this;
    }

    private int word(long hash) {
      int word = words.get(hash);
      if (word == LongIntMap.ABSENT) {
        word = wordCount++;
        words.put(hash, word);
      }
      return word;
    }

    private int child(int node, int word) {
      int child = edges.get(edge(node, word));
      if (child == LongIntMap.ABSENT) {
        child = phrases.size();
        phrases.add(new ArrayList<>());
        edges.put(edge(node, word), child);
      }
      return child;
    }

    /** The dictionary; the builder must not be used afterwards. */
    public TokenTrie<V> build() {
      return new TokenTrie<>(this);
    }
  }
}

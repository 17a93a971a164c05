package io.dateline.enrich.topic;

import io.dateline.model.vocabulary.TopicTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The terms of one language, ready to be matched. Immutable once built; safe for any thread. */
final class Lexicon {

  private final TermTrie forward = new TermTrie();
  private final TermTrie backward = new TermTrie();
  private final Map<String, Integer> contextIds = new HashMap<>();
  private final @Nullable Compounds compounds;
  private int entries;

  /** Compiles terms; topic indices are positions in {@code codes}. */
  Lexicon(List<LexiconTerm> terms, Map<String, Integer> codes, boolean compounding) {
    compounds = compounding ? new Compounds() : null;
    for (LexiconTerm term : terms) {
      List<Integer> contexts = new ArrayList<>();
      term.contexts().forEach(c -> contexts.add(context(c)));
      String topic = term.topic();
      int index = topic == null ? Entry.NONE : Objects.requireNonNull(codes.get(topic));
      add(term.pattern(), new Entry(entries++, index, term.weight(), capitals(term), contexts));
      if (compounds != null && term.weight() >= Compounds.MIN_WEIGHT) {
        addPart(
            compounds, term.pattern(), new Entry(entries++, index, term.weight() - 1, 0, contexts));
      }
    }
  }

  private static void addPart(Compounds compounds, String pattern, Entry entry) {
    String words = spaced(pattern);
    if (words.indexOf(' ') < 0 && words.charAt(0) != TermTrie.ANY_ENDING) {
      compounds.add(words, entry);
    }
  }

  /** Position of each code in the table. */
  static Map<String, Integer> indices(TopicTable table) {
    Map<String, Integer> indices = new HashMap<>();
    table.topics().forEach(topic -> indices.put(topic.code(), indices.size()));
    return indices;
  }

  private int context(String pattern) {
    return contextIds.computeIfAbsent(
        pattern,
        p -> {
          Entry entry = new Entry(entries++, Entry.CONTEXT, 0, 0, List.of());
          add(p, entry);
          return entry.id();
        });
  }

  private void add(String pattern, Entry entry) {
    String words = words(pattern);
    if (words.charAt(0) == TermTrie.ANY_ENDING && words.indexOf(' ') < 0) {
      backward.add(new StringBuilder(words.substring(1)).reverse().toString(), entry);
    } else {
      forward.add(words, entry);
    }
  }

  private static int capitals(LexiconTerm term) {
    int bits = 0;
    int word = 0;
    boolean atStart = true;
    for (char c : spaced(term.pattern()).toCharArray()) {
      if (c == ' ') {
        word++;
      } else if (atStart && Character.isUpperCase(c)) {
        bits |= 1 << word;
      }
      atStart = c == ' ';
    }
    return bits;
  }

  private static String words(String pattern) {
    return spaced(pattern).toLowerCase(Locale.ROOT);
  }

  private static String spaced(String pattern) {
    return pattern.replaceAll("[^\\p{L}\\p{Nd}\\p{Mn}*#]+", " ").strip();
  }

  TermTrie forward() {
    return forward;
  }

  TermTrie backward() {
    return backward;
  }

  /** Terms as parts of compounds; null for a language that does not write them as one word. */
  @Nullable Compounds compounds() {
    return compounds;
  }

  int size() {
    return entries;
  }
}

package io.dateline.enrich.topic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Reads passages once, word by word, and collects where terms occur. Of the terms that start at a
 * word the longest wins, then the most specific ending; words are used once, so that "trade war" is
 * no "war"; only a German compound may count by its stem and its head. One scan serves one article
 * and one thread.
 */
final class Scan {

  private final Lexicon lexicon;
  private final List<Hit> hits = new ArrayList<>();
  private final BitSet contexts = new BitSet();

  private int bestNode;
  private int bestWords;
  private int bestLetters;
  private TermTrie bestTrie;

  Scan(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.bestTrie = lexicon.forward();
  }

  /** Reads one passage. */
  void read(int passage, Words words) {
    int word = 0;
    while (word < words.count()) {
      bestNode = TermTrie.ABSENT;
      bestWords = 0;
      bestLetters = -1;
      forward(words, word, word, TermTrie.ROOT);
      if (bestWords == 1 && lexicon.compounds() != null) {
        head(passage, words, word);
      }
      if (bestNode == TermTrie.ABSENT) {
        backward(words, word);
      }
      if (bestNode == TermTrie.ABSENT) {
        parts(words, word);
      }
      if (bestNode == TermTrie.ABSENT) {
        word++;
      } else {
        collect(passage, words, word);
        word += bestWords;
      }
    }
  }

  /** The hits whose contexts are there, in reading order. */
  List<Hit> hits() {
    return hits.stream().filter(hit -> allowed(hit.entry())).toList();
  }

  private boolean allowed(Entry entry) {
    return entry.contexts().isEmpty() || entry.contexts().stream().anyMatch(contexts::get);
  }

  private void forward(Words words, int first, int word, int from) {
    TermTrie trie = lexicon.forward();
    if (trie.hasNumber(from) && words.number(word)) {
      ended(trie, words, first, word, trie.child(from, TermTrie.NUMBER), 0);
    }
    int node = from;
    int end = words.end(word);
    for (int i = words.start(word); i < end; i++) {
      if (trie.hasAnyEnding(node)) {
        int letters = i - words.start(word);
        ended(trie, words, first, word, trie.child(node, TermTrie.ANY_ENDING), letters);
      }
      node = trie.child(node, words.lower(i));
      if (node == TermTrie.ABSENT) {
        return;
      }
    }
    int letters = end - words.start(word);
    if (trie.hasAnyEnding(node)) {
      ended(trie, words, first, word, trie.child(node, TermTrie.ANY_ENDING), letters);
    }
    ended(trie, words, first, word, node, letters + 1);
  }

  private void ended(TermTrie trie, Words words, int first, int word, int node, int letters) {
    if (trie.hasEntries(node)) {
      offer(trie, words, first, word, node, letters);
    }
    if (trie.hasNextWord(node) && words.joined(word)) {
      forward(words, first, word + 1, trie.child(node, TermTrie.NEXT_WORD));
    }
  }

  private void offer(TermTrie trie, Words words, int first, int word, int node, int letters) {
    boolean scores = false;
    for (Entry entry : trie.entries(node)) {
      if (entry.topic() == Entry.CONTEXT) {
        contexts.set(entry.id());
      } else {
        scores |= capitalsFit(entry, words, first);
      }
    }
    int length = word - first + 1;
    if (scores && (length > bestWords || (length == bestWords && letters > bestLetters))) {
      bestNode = node;
      bestWords = length;
      bestLetters = letters;
      bestTrie = trie;
    }
  }

  /** "Fischereiminister" begins with a term and ends with another: both count. */
  private void head(int passage, Words words, int word) {
    TermTrie stemTrie = bestTrie;
    int stem = bestNode;
    int stemLetters = bestLetters;
    bestNode = TermTrie.ABSENT;
    bestWords = 0;
    bestLetters = -1;
    backward(words, word);
    if (bestNode != TermTrie.ABSENT
        && stemLetters + bestLetters <= words.end(word) - words.start(word)) {
      collect(passage, words, word);
    }
    bestTrie = stemTrie;
    bestNode = stem;
    bestWords = 1;
    bestLetters = stemLetters;
  }

  private void backward(Words words, int word) {
    TermTrie trie = lexicon.backward();
    int node = TermTrie.ROOT;
    for (int i = words.end(word) - 1; i >= words.start(word); i--) {
      node = trie.child(node, words.lower(i));
      if (node == TermTrie.ABSENT) {
        return;
      }
      if (trie.hasEntries(node)) {
        offer(trie, words, word, word, node, words.end(word) - i);
      }
    }
  }

  /** What a compound ends with says what it is; else what it begins with says what it is about. */
  private void parts(Words words, int word) {
    Compounds compounds = lexicon.compounds();
    if (compounds == null || !words.capital(word)) {
      return;
    }
    int head = compounds.head(words, word);
    int modifier = head == TermTrie.ABSENT ? compounds.modifier(words, word) : TermTrie.ABSENT;
    if (head != TermTrie.ABSENT) {
      offer(compounds.heads(), words, word, word, head, 0);
    } else if (modifier != TermTrie.ABSENT) {
      offer(compounds.modifiers(), words, word, word, modifier, 0);
    }
  }

  private void collect(int passage, Words words, int first) {
    for (Entry entry : bestTrie.entries(bestNode)) {
      if (entry.topic() >= 0 && capitalsFit(entry, words, first)) {
        int end = words.end(first + bestWords - 1);
        hits.add(new Hit(entry, passage, words.start(first), end));
      }
    }
  }

  private static boolean capitalsFit(Entry entry, Words words, int first) {
    int bits = entry.capitals();
    for (int word = first; bits != 0; word++, bits >>>= 1) {
      if ((bits & 1) != 0 && !words.capital(word)) {
        return false;
      }
    }
    return true;
  }
}

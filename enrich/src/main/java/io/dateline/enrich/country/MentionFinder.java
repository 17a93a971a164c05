package io.dateline.enrich.country;

import io.dateline.enrich.match.TokenTrie;
import io.dateline.enrich.match.Tokens;
import io.dateline.model.Passage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the words of an article that stand for countries: one pass, longest match. */
final class MentionFinder {

  /** A passage with more capitals than this share is a shouting headline: acronyms mean nothing. */
  private static final double SHOUTING = 0.8;

  private static final int SHOUTING_MIN_WORDS = 4;
  private static final int SHORT_ACRONYM = 2;

  private final Gazetteer gazetteer;
  private final List<Candidate> found = new ArrayList<>();
  private final Map<Long, String> surnames = new HashMap<>();
  private final Set<Candidate> bare = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Long> persons = new HashSet<>();

  private MentionFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * All mentions in reading order.
   *
   * @param cut the words of each passage
   * @param home the source's home, which decides between countries the text leaves open
   */
  static List<Mention> find(
      List<Passage> passages, List<Tokens> cut, Gazetteer gazetteer, @Nullable String home) {
    MentionFinder finder = new MentionFinder(gazetteer);
    for (int i = 0; i < cut.size(); i++) {
      finder.scan(passages.get(i), i, cut.get(i));
    }
    finder.dropPersons();
    if (!finder.surnames.isEmpty()) {
      finder.scanSurnames(passages, cut);
    }
    return Resolver.resolve(finder.found, home);
  }

  private void scan(Passage passage, int index, Tokens tokens) {
    boolean shouting = shouting(tokens);
    int placeLineEnd = PlaceLine.end(passage);
    int at = 0;
    while (at < tokens.count()) {
      TokenTrie.Match<Entry> match = gazetteer.forms().longest(tokens, at);
      if (match == null) {
        at++;
        continue;
      }
      if (!(shouting && acronym(tokens, match))) {
        boolean dateline = tokens.end(match.to() - 1) <= placeLineEnd;
        consider(
            new Candidate(
                passage, index, tokens, match.value(), match.from(), match.to(), dateline),
            match);
      }
      at = match.to();
    }
  }

  private void consider(Candidate candidate, TokenTrie.Match<Entry> match) {
    switch (Context.judge(candidate.tokens(), match, gazetteer)) {
      case PLACE -> {
        found.add(candidate);
        if (candidate.entry().blocks()) { // "Michael Jordan" may be a trap of its own
          persons.add(candidate.tokens().hash(candidate.to() - 1));
        }
      }
      case BARE -> {
        found.add(candidate);
        bare.add(candidate);
      }
      case PERSON -> persons.add(candidate.tokens().hash(candidate.to() - 1));
      case NO -> {
        return;
      }
    }
    noteSurname(candidate.tokens(), match);
  }

  /** "Jordan scored" names no country where "Michael Jordan" did. */
  private void dropPersons() {
    if (!persons.isEmpty()) {
      found.removeIf(
          c -> bare.contains(c) && !c.dateline() && persons.contains(c.tokens().hash(c.to() - 1)));
    }
  }

  private static boolean acronym(Tokens tokens, TokenTrie.Match<Entry> match) {
    int at = match.from();
    return match.to() == at + 1
        && tokens.end(at) - tokens.start(at) <= SHORT_ACRONYM
        && tokens.shape(at) == Tokens.Shape.UPPER;
  }

  private static boolean shouting(Tokens tokens) {
    int upper = 0;
    int cased = 0;
    for (int i = 0; i < tokens.count(); i++) {
      upper += tokens.shape(i) == Tokens.Shape.UPPER ? 1 : 0;
      cased += tokens.shape(i) == Tokens.Shape.NONE ? 0 : 1;
    }
    return cased >= SHOUTING_MIN_WORDS && upper > SHOUTING * cased;
  }

  /** After "Boris Johnson" a plain "Johnson" is the same man. */
  private void noteSurname(Tokens tokens, TokenTrie.Match<Entry> match) {
    if (match.value().rule() == Rule.LEADER && match.to() - match.from() > 1) {
      surnames.put(tokens.hash(match.to() - 1), match.value().codes().getFirst());
    }
  }

  private void scanSurnames(List<Passage> passages, List<Tokens> cut) {
    List<Candidate> named = new ArrayList<>();
    List<BitSet> taken = taken(cut.size());
    for (int p = 0; p < cut.size(); p++) {
      Tokens tokens = cut.get(p);
      for (int i = 0; i < tokens.count(); i++) {
        String code = surnames.get(tokens.hash(i));
        if (code != null && tokens.shape(i) != Tokens.Shape.LOWER && !taken.get(p).get(i)) {
          Entry entry = new Entry(List.of(code), Rule.LEADER, Set.of());
          named.add(new Candidate(passages.get(p), p, tokens, entry, i, i + 1, false));
        }
      }
    }
    found.addAll(named);
    found.sort(Comparator.comparingInt(Candidate::index).thenComparingInt(Candidate::from));
  }

  /** The words of each passage that belong to a mention already. */
  private List<BitSet> taken(int passages) {
    List<BitSet> taken = new ArrayList<>();
    for (int i = 0; i < passages; i++) {
      taken.add(new BitSet());
    }
    found.forEach(c -> taken.get(c.index()).set(c.from(), c.to()));
    return taken;
  }
}

package io.dateline.enrich.topic;

import io.dateline.model.Evidence;
import io.dateline.model.LanguageTag;
import io.dateline.model.Passage;
import io.dateline.model.Tag;
import io.dateline.model.vocabulary.Topic;
import io.dateline.model.vocabulary.TopicTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tags an article with IPTC Media Topics. Immutable; safe for any thread. The same passages always
 * give the same tags.
 */
public final class TopicTagger {

  /** Passages are read up to so many UTF-16 units each; callers cut longer texts with a note. */
  public static final int MAX_CHARS = 1 << 20;

  /** Places looked at for the evidence of one topic: two terms of it may share their words. */
  private static final int MAX_OWN_HITS = 2 * Tag.MAX_EVIDENCE;

  /** Languages that have lexicons, as primary subtags. */
  public static final List<String> LANGUAGES = List.of("de", "en", "fr", "es");

  private static final List<String> FILES =
      List.of(
          "culture",
          "conflict",
          "crime",
          "disaster",
          "economy",
          "education",
          "environment",
          "health",
          "human-interest",
          "labour",
          "lifestyle",
          "politics",
          "religion",
          "science",
          "society",
          "sport",
          "weather");

  private final List<Topic> topics;
  private final int[] broader;
  private final Readiness readiness;
  private final Map<String, Lexicon> lexicons = new HashMap<>();

  /** Reads the table and the lexicons from the class path. */
  public TopicTagger() {
    this(TopicTable.standard());
  }

  TopicTagger(TopicTable table) {
    topics = table.topics();
    Map<String, Integer> codes = Lexicon.indices(table);
    broader = new int[topics.size()];
    for (int i = 0; i < broader.length; i++) {
      String code = topics.get(i).broader();
      broader[i] = code == null ? -1 : codes.getOrDefault(code, -1);
    }
    readiness = Readiness.read(codes);
    LexiconReader reader = new LexiconReader(table);
    for (String language : LANGUAGES) {
      List<LexiconTerm> terms = new ArrayList<>();
      FILES.forEach(file -> terms.addAll(reader.read(language + "/" + file + ".txt")));
      lexicons.put(language, new Lexicon(terms, codes, Compounds.LANGUAGES.contains(language)));
    }
  }

  /**
   * The topics of an article: those it is about, most confident first, then all broader ones.
   *
   * @param passages what is read; the pointers go into the evidence
   * @param language of the text; without lexicons for it there are no tags
   */
  public List<Tag> tag(List<Passage> passages, LanguageTag language) {
    Lexicon lexicon = lexicons.get(language.primary());
    if (lexicon == null) {
      return List.of();
    }
    Scan scan = new Scan(lexicon);
    for (int i = 0; i < passages.size(); i++) {
      String text = passages.get(i).text();
      scan.read(i, new Words(text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS)));
    }
    Scores scores = new Scores(scan.hits(), new Weighing(passages), broader);
    return tags(new Choice(scores, broader, readiness).chosen(), scores, passages);
  }

  private List<Tag> tags(Map<Integer, Integer> chosen, Scores scores, List<Passage> passages) {
    List<Tag> tags = new ArrayList<>();
    Map<Integer, Integer> above = new HashMap<>();
    Map<Integer, List<Hit>> inherited = new HashMap<>();
    chosen.forEach((topic, confidence) -> {
      List<Hit> hits = below(topic, scores);
      tags.add(tag(topic, Tag.Relation.ABOUT, confidence, evidence(hits, passages)));
      for (int b = broader[topic]; b >= 0; b = broader[b]) {
        above.merge(b, confidence, Math::max);
        inherited.computeIfAbsent(b, x -> new ArrayList<>()).addAll(hits);
      }
    });
    tags.sort(Comparator.comparingInt(Tag::confidence).reversed().thenComparing(Tag::code));
    above.keySet().stream()
        .filter(b -> !chosen.containsKey(b))
        .sorted()
        .forEach(b -> {
          List<Hit> hits = first(inherited.getOrDefault(b, List.of()));
          int confidence = above.getOrDefault(b, 0);
          tags.add(tag(b, Tag.Relation.BROADER, confidence, evidence(hits, passages)));
        });
    return tags;
  }

  private static final Comparator<Hit> ORDER =
      Comparator.comparingInt(Hit::passage).thenComparingInt(Hit::start).thenComparingInt(Hit::end);

  /** The first places that speak for a topic or a narrower one, in reading order. */
  private List<Hit> below(int topic, Scores scores) {
    List<Hit> found = new ArrayList<>();
    for (int i = topic; i < broader.length; i++) {
      if (within(i, topic)) {
        List<Hit> own = scores.hits(i);
        found.addAll(own.subList(0, Math.min(own.size(), MAX_OWN_HITS)));
      }
    }
    return first(found);
  }

  private static List<Hit> first(List<Hit> hits) {
    Set<Hit> sorted = new TreeSet<>(ORDER);
    sorted.addAll(hits);
    return sorted.stream().limit(Tag.MAX_EVIDENCE).toList();
  }

  private boolean within(int topic, int ancestor) {
    int up = topic;
    while (up > ancestor) {
      up = broader[up];
    }
    return up == ancestor;
  }

  private Tag tag(int topic, Tag.Relation relation, int confidence, List<Evidence> evidence) {
    Topic t = topics.get(topic);
    String rule = relation == Tag.Relation.ABOUT ? "lexicon" : "inherited";
    return new Tag(Tag.Kind.TOPIC, t.code(), t.name(), relation, confidence, rule, false, evidence);
  }

  private static List<Evidence> evidence(List<Hit> hits, List<Passage> passages) {
    Set<Evidence> evidence = new LinkedHashSet<>();
    for (Hit hit : hits) {
      evidence.add(passages.get(hit.passage()).evidence(hit.start(), hit.end()));
    }
    return List.copyOf(evidence);
  }
}

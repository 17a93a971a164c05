package io.dateline.enrich.story;

import io.dateline.enrich.duplicate.Words;
import io.dateline.model.Article;
import io.dateline.model.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the terms that tell one event from another out of an article and its tags. */
final class StoryText {

  /** Words of the body that are read; an event is told at the beginning. */
  static final int MAX_BODY_WORDS = 400;

  /** Letters of a word that are kept: inflected forms become one term. */
  static final int STEM_LETTERS = 6;

  private static final float HEADLINE_WEIGHT = 2;
  private static final float COUNTRY_WEIGHT = 1;

  private StoryText() {}

  static Terms of(Article article, List<Tag> tags, String language) {
    Map<Integer, Float> counts = new HashMap<>();
    count(Words.of(article.text().headline()), HEADLINE_WEIGHT, language, counts);
    count(Words.of(article.text().body()), 1, language, counts);
    TreeMap<Integer, Float> sorted = new TreeMap<>();
    counts.forEach((key, count) -> sorted.put(key, (float) (1 + Math.log(count))));
    for (Tag tag : tags) {
      if (tag.kind() == Tag.Kind.COUNTRY && tag.relation() == Tag.Relation.ABOUT) {
        sorted.put(("country:" + tag.code() + language).hashCode(), COUNTRY_WEIGHT);
      }
    }
    int[] keys = new int[sorted.size()];
    float[] weights = new float[sorted.size()];
    int i = 0;
    for (var entry : sorted.entrySet()) {
      keys[i] = entry.getKey();
      weights[i++] = entry.getValue();
    }
    return new Terms(keys, weights);
  }

  private static void count(Words words, float weight, String language, Map<Integer, Float> into) {
    int size = Math.min(words.size(), MAX_BODY_WORDS);
    for (int i = 0; i < size; i++) {
      String word = words.word(i).toLowerCase(java.util.Locale.ROOT);
      if (word.length() > STEM_LETTERS) {
        word = word.substring(0, STEM_LETTERS);
      }
      into.merge((word + language).hashCode() * 0x9e3779b9, weight, Float::sum);
    }
  }
}

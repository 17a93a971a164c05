package io.dateline.enrich.story;

import io.dateline.enrich.duplicate.Words;
import io.dateline.model.Article;
import io.dateline.model.LanguageTag;
import io.dateline.model.Tag;
import java.util.List;

/** Reads the terms that tell one event from another out of an article and its tags. */
final class StoryText {

  /** Words of the body that are read; an event is told at the beginning. */
  static final int MAX_BODY_WORDS = 200;

  /** Letters of a word that are kept: inflected forms become one term. */
  static final int STEM_LETTERS = 5;

  private static final float HEADLINE_WEIGHT = 3;

  /** The headline of a comment names the event, its body hardly does. */
  private static final float COMMENT_HEADLINE_WEIGHT = 8;

  private static final float NAME_BOOST = 1.5f;

  /** Two accounts of one event share its numbers, those of two events of one kind do not. */
  private static final float NUMBER_BOOST = 2;

  /** Headlines round numbers, and much in them that has a digit is a name. */
  private static final float HEADLINE_NUMBER_BOOST = 1.3f;

  /** Two words in a row tell one event from another of its kind better than each alone. */
  private static final float PAIR_BOOST = 0.3f;

  /** Words that may stand between the two of a pair, when they say nothing. */
  private static final int MAX_BETWEEN = 1;

  /** Share of capitals above which a headline is in title case, so that they say nothing. */
  private static final double TITLE_CASE = 0.6;

  private final CommonWords common;
  private final long salt;
  private final TermCounter counter = new TermCounter();

  private StoryText(LanguageTag language) {
    common = CommonWords.of(language);
    salt = language.primary().hashCode();
  }

  /** The terms of an article; a term of one language is none of another. */
  static Terms of(Article article, Genre genre, List<Tag> tags, LanguageTag language) {
    StoryText text = new StoryText(language);
    boolean comment = genre == Genre.COMMENT;
    String subject = article.text().headline();
    Words headline = Words.of(comment ? Genre.subject(subject) : subject);
    float weight = comment ? COMMENT_HEADLINE_WEIGHT : HEADLINE_WEIGHT;
    text.count(headline, weight, !isTitleCase(headline));
    text.count(Words.of(article.text().body()), 1, true);
    for (Tag tag : tags) {
      if (tag.kind() == Tag.Kind.COUNTRY && tag.relation() == Tag.Relation.ABOUT) {
        text.counter.add(text.key(tag.uri().hashCode()), 1, 1);
      }
    }
    return text.counter.terms();
  }

  private static boolean isTitleCase(Words words) {
    int capitals = 0;
    for (int i = 0; i < words.size(); i++) {
      capitals += words.isCapital(i) ? 1 : 0;
    }
    return capitals > words.size() * TITLE_CASE;
  }

  private void count(Words words, float weight, boolean capitalsTell) {
    int size = Math.min(words.size(), MAX_BODY_WORDS);
    float numberBoost = weight > 1 ? HEADLINE_NUMBER_BOOST : NUMBER_BOOST;
    for (int i = 0; i < size; i++) {
      if (words.isSingle(i)) {
        countPair(words, i, weight);
      } else if (words.isNumber(i) && words.length(i) > 1) {
        counter.add(key(words.hash(i)), weight, numberBoost);
      } else if (words.length(i) > 1 && !common.contains(words.hash(i))) {
        boolean name = capitalsTell && words.isCapital(i) && !words.isOpening(i);
        long stem = words.prefixHash(i, STEM_LETTERS);
        counter.add(key(stem), weight, name ? NAME_BOOST : 1);
        int next = next(words, i, size);
        if (next > 0) {
          long pair = stem * 31 + words.prefixHash(next, STEM_LETTERS);
          counter.add(key(pair), weight, PAIR_BOOST);
        }
      }
    }
  }

  /** The next telling word after another, 0 when none follows closely. */
  private int next(Words words, int at, int size) {
    int end = Math.min(size, at + MAX_BETWEEN + 2);
    for (int i = at + 1; i < end; i++) {
      if (words.length(i) > 1 && !common.contains(words.hash(i))) {
        return i;
      }
    }
    return 0;
  }

  /** Two neighbouring characters of a script without spaces make a term. */
  private void countPair(Words words, int at, float weight) {
    if (at + 1 < words.size() && words.isSingle(at + 1)) {
      counter.add(key(words.hash(at) * 31 + words.hash(at + 1)), weight, 1);
    }
  }

  private int key(long hash) {
    return (int) (Words.mix(hash + salt) >>> 32);
  }
}

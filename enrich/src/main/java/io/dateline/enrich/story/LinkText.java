package io.dateline.enrich.story;

import io.dateline.enrich.duplicate.Words;
import io.dateline.model.Article;
import io.dateline.model.Tag;
import java.util.List;

/**
 * Reads what an article has in common with one on the same event in another language: numbers,
 * names (their first letters, and their sounds across scripts) and countries.
 */
final class LinkText {

  /** Words of the body that are read. */
  static final int MAX_BODY_WORDS = 600;

  private static final int STEM_LETTERS = 6;
  private static final int MIN_SOUNDS = 3;
  private static final int MIN_KANA = 3;
  private static final long SALT = 0x6c696e6bL;

  /** Numbers survive translation unchanged; names are inflected and transcribed. */
  private static final float NUMBER_BOOST = 2;

  private final TermCounter counter = new TermCounter();

  private LinkText() {}

  /** The links of an article; the same in every language. */
  static Terms of(Article article, List<Tag> tags) {
    LinkText text = new LinkText();
    text.read(Words.of(article.text().headline()), true);
    text.read(Words.of(article.text().body()), false);
    for (Tag tag : tags) {
      if (tag.kind() == Tag.Kind.COUNTRY && tag.relation() == Tag.Relation.ABOUT) {
        text.add(tag.uri(), 1);
      }
    }
    return text.counter.terms();
  }

  private void read(Words words, boolean headline) {
    int size = Math.min(words.size(), MAX_BODY_WORDS);
    for (int i = 0; i < size; i++) {
      if (words.isSingle(i)) {
        i = readKana(words, i, size);
      } else if (words.isNumber(i)) {
        readNumber(words.word(i));
      } else if (words.isCapital(i) && (headline || !words.isOpening(i))) {
        readName(words.word(i));
      }
    }
  }

  private void readName(String word) {
    String latin = SoundKey.latin(word);
    if (latin.length() < 3) {
      return;
    }
    add("stem " + latin.substring(0, Math.min(STEM_LETTERS, latin.length())), 1);
    readSounds(word);
  }

  private void readSounds(String word) {
    String sounds = SoundKey.of(word);
    if (sounds.length() >= MIN_SOUNDS) {
      add("sound " + sounds, 1);
    }
  }

  /** Reads a run of katakana as one name; gives the index of its last character. */
  private int readKana(Words words, int start, int size) {
    int end = start;
    StringBuilder run = new StringBuilder();
    while (end < size
        && words.isSingle(end)
        && isKatakana(words.word(end))
        && (end == start || words.start(end) == words.end(end - 1))) {
      run.append(words.word(end++));
    }
    if (run.length() >= MIN_KANA) {
      readSounds(run.toString());
    }
    return Math.max(start, end - 1);
  }

  private static boolean isKatakana(String word) {
    return word.charAt(0) >= 0x30a1 && word.charAt(0) <= 0x30ff;
  }

  /** "1,400" and "1.400" are one number, "8.2" and "8,2" another; single digits say nothing. */
  private void readNumber(String word) {
    StringBuilder digits = new StringBuilder();
    int i = 0;
    while (i < word.length() && !Character.isLetter(word.charAt(i))) {
      char c = word.charAt(i++);
      digits.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : '.');
    }
    String number = digits.toString();
    if (number.matches("\\d{1,3}(\\.\\d{3})+")) {
      number = number.replace(".", "");
    }
    if (number.length() > 1) {
      add("number " + number, NUMBER_BOOST);
    }
  }

  private void add(String link, float boost) {
    counter.add((int) (Words.mix(Words.hashOf(link) + SALT) >>> 32), 1, boost);
  }
}

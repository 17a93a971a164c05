package io.dateline.bench;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Text;
import java.util.SplittableRandom;

/**
 * Endless made-up articles: events with names, numbers and words of their own, told in a common
 * vocabulary whose words are as unevenly used as in a language. One article in four is an edited
 * copy of an earlier one; an event has three tellings in the mean.
 *
 * <p>Names and words never run out: the n-th is used about n to the power of {@code -1/growth} as
 * often as the first (Zipf and Mandelbrot), so that the number of different ones grows with that
 * power of the number of articles (Heaps). Growth and spread are those of real English articles.
 */
final class SyntheticWire {

  /** Heaps' exponent of the first five letters of words, from the 2,000th to the 4,000th text. */
  private static final double WORD_GROWTH = 0.47;

  /** So that 4,000 texts have as many different ones as in real articles. */
  private static final double WORD_SPREAD = 120;

  /** The same of names. */
  private static final double NAME_GROWTH = 0.54;

  private static final double NAME_SPREAD = 1_000;

  /** Letters of a word: as many as a term keeps of it, so that other words are other terms. */
  private static final int LETTERS = 5;

  private static final int WORDS = 250;
  private static final int OPEN_EVENTS = 2_000;
  private static final int COPY_PERCENT = 25;
  private static final int NEW_EVENT_PERCENT = 45;
  private static final int RECENT = 5_000;

  private final SplittableRandom random;
  private final int[] events = new int[OPEN_EVENTS];
  private final String[] recent = new String[RECENT];
  private int nextEvent;
  private int count;

  SyntheticWire(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The next article. */
  Article next() {
    int number = count++;
    boolean copy = number >= RECENT && random.nextInt(100) < COPY_PERCENT;
    String body = copy ? edited(recent[random.nextInt(RECENT)]) : telling(event());
    recent[number % RECENT] = body;
    int end = body.indexOf(' ', 50); // a copy of a copy of a copy can be shorter
    String headline = end < 0 ? body : body.substring(0, end);
    return Article.builder(
            new ArticleUri("https://outlet" + number % 300 + ".example/news/2026/" + number),
            Text.of(headline, body))
        .build();
  }

  private int event() {
    int slot = random.nextInt(OPEN_EVENTS);
    if (nextEvent < OPEN_EVENTS || random.nextInt(100) < NEW_EVENT_PERCENT) {
      events[slot] = nextEvent++;
    }
    return events[slot];
  }

  private String telling(int event) {
    SplittableRandom own = new SplittableRandom(event * 7_919L);
    String[] names = new String[12];
    for (int i = 0; i < names.length; i++) {
      names[i] = name(own);
    }
    StringBuilder text = new StringBuilder(WORDS * 8);
    int words = WORDS / 2 + random.nextInt(WORDS);
    for (int i = 0; i < words; i++) {
      if (random.nextInt(8) == 0) {
        text.append(names[random.nextInt(names.length)]);
      } else {
        text.append(word());
      }
      text.append(random.nextInt(15) == 0 ? ". " : " ");
    }
    return text.append(event).append('.').toString();
  }

  private String edited(String body) {
    int cut = body.lastIndexOf(' ', body.length() * (60 + random.nextInt(40)) / 100);
    return body.substring(0, cut) + " " + name(random) + ".";
  }

  private String word() {
    return spelled(2 * rank(random, WORD_GROWTH, WORD_SPREAD));
  }

  /** Its letters are those of no word. */
  private static String name(SplittableRandom random) {
    String word = spelled(2 * rank(random, NAME_GROWTH, NAME_SPREAD) + 1);
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** Of a word among all, by use. */
  private static long rank(SplittableRandom random, double growth, double spread) {
    return (long) (spread * (Math.pow(1 - random.nextDouble(), -growth / (1 - growth)) - 1));
  }

  private static String spelled(long n) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < LETTERS; i++) {
      word.append((char) ('a' + n % 26));
      n /= 26;
    }
    return word.toString();
  }
}

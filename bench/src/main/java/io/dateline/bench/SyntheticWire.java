package io.dateline.bench;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Text;
import java.util.SplittableRandom;

/**
 * Endless made-up articles: events with names, numbers and words of their own, told in a common
 * vocabulary whose words are as unevenly used as in a language (Zipf). One article in four is an
 * edited copy of an earlier one; an event has three tellings in the mean.
 */
final class SyntheticWire {

  private static final int VOCABULARY = 200_000;
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
      names[i] = name(own.nextInt(2_000_000));
    }
    StringBuilder text = new StringBuilder(WORDS * 8);
    int words = WORDS / 2 + random.nextInt(WORDS);
    for (int i = 0; i < words; i++) {
      if (random.nextInt(8) == 0) {
        text.append(names[random.nextInt(names.length)]);
      } else {
        text.append(word(zipf()));
      }
      text.append(random.nextInt(15) == 0 ? ". " : " ");
    }
    return text.append(event).append('.').toString();
  }

  private String edited(String body) {
    int cut = body.lastIndexOf(' ', body.length() * (60 + random.nextInt(40)) / 100);
    return body.substring(0, cut) + " " + name(random.nextInt(1_000_000)) + ".";
  }

  /** Rank of a word: the n-th is used about 1/n as often as the first. */
  private int zipf() {
    return (int) Math.pow(VOCABULARY, random.nextDouble());
  }

  private static String name(int n) {
    return Character.toUpperCase((char) ('a' + n % 26)) + word(n / 26 + 1_000);
  }

  private static String word(int n) {
    StringBuilder word = new StringBuilder();
    for (int rest = n; rest > 0; rest /= 80) {
      word.append("bcdfghklmnprstvw".charAt(rest % 80 / 5)).append("aeiou".charAt(rest % 5));
    }
    return word.toString();
  }
}

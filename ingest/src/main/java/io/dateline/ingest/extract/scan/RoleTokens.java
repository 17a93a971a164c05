package io.dateline.ingest.extract.scan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads roles off names such as {@code "c-article__relatedLinks"}. */
public final class RoleTokens {

  /** Longer names are cut: some carry whole state dumps. */
  private static final int MAX_NAME_CHARS = 400;

  /** Shorter humps ("hJpRR") come from hashes, not from words. */
  private static final int MIN_HUMP_CHARS = 4;

  /** Names remembered; a site's pages share theirs. When there are so many, all are forgotten. */
  private static final int MAX_CACHED = 20_000;

  private final Map<String, Integer> cache = new ConcurrentHashMap<>();
  private final Map<String, Integer> roles = new HashMap<>();

  /** Loads {@code roles.txt}. */
  public RoleTokens() {
    for (Map.Entry<String, List<String>> section : DataFile.sections("roles.txt").entrySet()) {
      int bit = Role.of(section.getKey()).bit();
      for (String token : section.getValue()) {
        roles.merge(token, bit, (a, b) -> a | b);
      }
    }
  }

  /** The roles of all words, and of all neighbouring pairs and triples of words, in a name. */
  public int of(String name) {
    Integer known = cache.get(name);
    if (known != null) {
      return known;
    }
    int found = read(name);
    if (cache.size() >= MAX_CACHED) {
      cache.clear();
    }
    cache.put(name, found);
    return found;
  }

  private int read(String name) {
    int found = 0;
    int end = Math.min(name.length(), MAX_NAME_CHARS);
    int start = 0;
    while (start < end) {
      int stop = name.indexOf(' ', start);
      stop = stop < 0 || stop > end ? end : stop;
      if (isExactly(name, start, stop, "hidden") || isExactly(name, start, stop, "hide")) {
        found |= Role.WEAK.bit();
      } else if (stop > start && !isUtility(name, start, stop)) {
        found |= ofOne(name, start, stop);
      }
      start = stop + 1;
    }
    return found;
  }

  private static boolean isExactly(String name, int start, int stop, String word) {
    return stop - start == word.length() && name.startsWith(word, start);
  }

  /** Utility classes ("print:hidden", "w-[3rem]") say how a thing looks, not what it is. */
  private static boolean isUtility(String name, int start, int stop) {
    for (int i = start; i < stop; i++) {
      char c = name.charAt(i);
      if (c == ':' || c == '[' || c == '=') {
        return true;
      }
    }
    return name.startsWith("overflow", start)
        || name.startsWith("has-", start)
        || name.startsWith("no-", start)
        || name.startsWith("with-", start);
  }

  private int ofOne(String name, int start, int stop) {
    int found = 0;
    StringBuilder word = new StringBuilder();
    boolean humped = false;
    String last = "";
    String beforeLast = "";
    for (int i = start; i <= stop; i++) {
      char c = i < stop ? name.charAt(i) : ' ';
      boolean letter = isLetter(c);
      boolean hump = letter && isUpper(c) && i > start && isLower(name.charAt(i - 1));
      if ((!letter || hump) && !word.isEmpty()) {
        String token = word.toString();
        if (token.length() >= MIN_HUMP_CHARS || !(humped || hump)) {
          found |= lookUp(token, last, beforeLast);
        }
        beforeLast = last;
        last = token;
        word.setLength(0);
        humped = hump;
      }
      if (letter) {
        word.append(isUpper(c) ? (char) (c + 32) : c);
      }
    }
    return found;
  }

  private int lookUp(String token, String last, String beforeLast) {
    int found = roles.getOrDefault(token, 0);
    if (!last.isEmpty()) {
      found |= roles.getOrDefault(last + token, 0);
      if (!beforeLast.isEmpty()) {
        found |= roles.getOrDefault(beforeLast + last + token, 0);
      }
    }
    return found;
  }

  private static boolean isLetter(char c) {
    return isLower(c) || isUpper(c);
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }
}

package io.dateline.ingest.extract.scan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads roles off names such as {@code "c-article__relatedLinks"}. */
public final class RoleTokens {

  /** Longer names are cut: some carry whole state dumps. */
  private static final int MAX_NAME_CHARS = 400;

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
    int found = 0;
    int end = Math.min(name.length(), MAX_NAME_CHARS);
    StringBuilder word = new StringBuilder();
    String last = "";
    String beforeLast = "";
    for (int i = 0; i <= end; i++) {
      char c = i < end ? name.charAt(i) : ' ';
      boolean letter = isLetter(c);
      boolean hump = letter && isUpper(c) && i > 0 && isLower(name.charAt(i - 1));
      if ((!letter || hump) && !word.isEmpty()) {
        String token = word.toString();
        found |= lookUp(token, last, beforeLast);
        beforeLast = last;
        last = token;
        word.setLength(0);
      }
      if (letter) {
        word.append(isUpper(c) ? (char) (c + 32) : c);
      } else if (c == ' ') {
        last = "";
        beforeLast = "";
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

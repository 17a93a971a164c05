package io.dateline.ingest.extract.body;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Compares texts by their words. */
public final class TextMatch {

  private TextMatch() {}

  /** One form for comparing: compatibility form, lower case, letters and digits only. */
  public static String key(String text) {
    String form = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    String lower = form.toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** The words of a text as a set, in the order in which they first stand. */
  public static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        word.append(Character.toLowerCase(c));
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  /** Share of the words of one text found in another, 0 to 1. */
  public static double share(Set<String> part, Set<String> whole) {
    if (part.isEmpty()) {
      return 0;
    }
    int found = 0;
    for (String word : part) {
      found += whole.contains(word) ? 1 : 0;
    }
    return (double) found / part.size();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }
}

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
    char[] letters = new char[text.length()];
    int size = letters(text, letters, false);
    if (size < 0) {
      String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
      letters = new char[normal.length()];
      size = letters(normal, letters, true);
    }
    return new String(letters, 0, size);
  }

  /** Puts the letters and digits there; how many, -1 when the text has to be normalised first. */
  private static int letters(String text, char[] out, boolean normal) {
    int size = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
          out[size++] = c;
        } else if (c >= 'A' && c <= 'Z') {
          out[size++] = (char) (c + 0x20);
        }
      } else if (!normal && !isPlain(c)) {
        return -1;
      } else if (Character.isLetterOrDigit(c)) {
        out[size++] = Character.toLowerCase(c);
      }
    }
    return size;
  }

  /** The words of a text as a set, in the order in which they first stand. */
  public static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(lowerCase(text, start, i));
        start = -1;
      }
    }
    return words;
  }

  /** Each character by itself; most words are in lower case already. */
  private static String lowerCase(String text, int start, int end) {
    int i = start;
    while (i < end && Character.toLowerCase(text.charAt(i)) == text.charAt(i)) {
      i++;
    }
    if (i == end) {
      return text.substring(start, end);
    }
    char[] lower = new char[end - start];
    for (int j = start; j < end; j++) {
      lower[j - start] = Character.toLowerCase(text.charAt(j));
    }
    return new String(lower);
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

  /** Whether normalising changes nothing: western letters, quotes and dashes. */
  private static boolean isPlain(char c) {
    boolean mark = c == 0xA0 || c == 0xAB || c == 0xBB || (c >= 0x2013 && c <= 0x2026);
    return mark || (c >= 0xC0 && c <= 0xFF);
  }
}

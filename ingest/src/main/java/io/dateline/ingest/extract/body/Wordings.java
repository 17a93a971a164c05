package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.DataFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The word lists of all languages, one file a language, merged by section. */
public final class Wordings {

  /** Languages with a word list of their own. */
  public static final List<String> LANGUAGES =
      List.of(
          "de", "en", "fr", "es", "it", "nl", "pl", "pt", "ja", "ko", "zh", "sv", "no", "da", "cs",
          "ru", "tr");

  private final Map<String, Phrases> sections = new HashMap<>();

  /** Loads {@code words/*.txt}. */
  public Wordings() {
    Map<String, Set<String>> merged = new HashMap<>();
    for (String language : LANGUAGES) {
      DataFile.sections("words/" + language + ".txt")
          .forEach((section, lines) ->
              merged
                  .computeIfAbsent(section, k -> new HashSet<>())
                  .addAll(lines.stream().map(s -> s.toLowerCase(Locale.ROOT)).toList()));
    }
    merged.forEach((section, phrases) -> sections.put(section, new Phrases(phrases)));
  }

  /** The phrases of a section, over all languages. */
  public Phrases section(String name) {
    Phrases phrases = sections.get(name);
    if (phrases == null) {
      throw new IllegalStateException("no word list has a section " + name);
    }
    return phrases;
  }

  /** Phrases that can be looked up at the start of a text or as the whole of it. */
  public static final class Phrases {
    private final Set<String> all;

    /** The phrases by their first two characters; those of one character stand apart. */
    private final Map<Integer, List<String>> byOpening = new HashMap<>();

    private final List<String> single = new ArrayList<>();

    /** First two ASCII letters of the phrases: most texts are told by them not to open so. */
    private final BitSet openings = new BitSet();

    private int longest;

    Phrases(Set<String> phrases) {
      all = Set.copyOf(phrases);
      for (String phrase : phrases) {
        longest = Math.max(longest, phrase.length());
        if (phrase.length() == 1) {
          openings.set(opening(phrase.charAt(0), '\0'), opening(phrase.charAt(0), '\u007f') + 1);
          single.add(phrase);
        } else if (!phrase.isEmpty()) {
          int opening = opening(phrase.charAt(0), phrase.charAt(1));
          openings.set(opening);
          byOpening.computeIfAbsent(opening, k -> new ArrayList<>()).add(phrase);
        }
      }
    }

    private static int opening(char first, char second) {
      return (first & 0x7F) << 7 | (second & 0x7F);
    }

    private boolean canOpen(String text) {
      if (text.length() < 2) {
        return true;
      }
      char first = text.charAt(0);
      char second = text.charAt(1);
      return first > 0x7F
          || second > 0x7F
          || openings.get(opening(Character.toLowerCase(first), Character.toLowerCase(second)));
    }

    /**
     * What follows the phrases that open a text, one behind the other, with the colon and spaces
     * behind each; the text itself when none opens it or one is all of it.
     */
    public String behind(String text) {
      String rest = text.strip();
      int opening = openingLength(rest);
      while (opening > 0 && opening < rest.length()) {
        rest = rest.substring(opening).strip();
        rest = rest.startsWith(":") ? rest.substring(1).strip() : rest;
        opening = openingLength(rest);
      }
      return rest;
    }

    /** Every phrase. */
    public Set<String> all() {
      return all;
    }

    /** Whether the whole text, lower-cased and stripped of end marks, is a phrase. */
    public boolean isWhole(String text) {
      String bare = bare(text);
      return bare.length() <= longest && all.contains(bare.toLowerCase(Locale.ROOT));
    }

    /** Whether a text starts with a phrase that ends at a word's end. */
    public boolean opens(String text) {
      return openingLength(text) > 0;
    }

    /** Length of the longest phrase at the start of a text; 0 when there is none. */
    public int openingLength(String text) {
      if (!canOpen(text)) {
        return 0;
      }
      String head = text.substring(0, Math.min(text.length(), 80)).toLowerCase(Locale.ROOT);
      List<String> phrases =
          head.length() < 2
              ? List.of()
              : byOpening.getOrDefault(opening(head.charAt(0), head.charAt(1)), List.of());
      return Math.max(longest(phrases, head), longest(single, head));
    }

    private static int longest(List<String> phrases, String head) {
      int longest = 0;
      for (String phrase : phrases) {
        if (phrase.length() > longest && head.startsWith(phrase) && endsWord(head, phrase)) {
          longest = phrase.length();
        }
      }
      return longest;
    }

    private static boolean endsWord(String head, String phrase) {
      int end = phrase.length();
      return end == head.length()
          || !Character.isLetterOrDigit(head.charAt(end))
          || !Character.isLetterOrDigit(phrase.charAt(end - 1))
          || phrase.charAt(end - 1) > 0x2E80;
    }

    private static String bare(String text) {
      String whole = text.strip();
      int end = whole.length();
      while (end > 0 && ":.!…›»>→+ ".indexOf(whole.charAt(end - 1)) >= 0) {
        end--;
      }
      int start = 0;
      while (start < end && "‹«<›»>→+•- ".indexOf(whole.charAt(start)) >= 0) {
        start++;
      }
      return whole.substring(start, end);
    }
  }
}

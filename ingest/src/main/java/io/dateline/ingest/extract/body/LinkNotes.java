package io.dateline.ingest.extract.body;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes out what links say to those who do not see them: "(.STOXX), opens new tab and". */
final class LinkNotes {

  private static final String BRACKETED_OR_BEHIND_A_COMMA = "(?:,\\s*|\\s*[(\\[])";

  private final List<String> phrases;

  /** First letters of the phrases, in both cases. */
  private final BitSet firsts = new BitSet();

  private final Pattern notes;

  LinkNotes(Wordings wordings) {
    phrases =
        wordings.section("linknote").all().stream()
            .sorted((a, b) -> b.length() - a.length())
            .toList();
    for (String phrase : phrases) {
      firsts.set(Character.toLowerCase(phrase.charAt(0)));
      firsts.set(Character.toUpperCase(phrase.charAt(0)));
    }
    String any = phrases.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    notes =
        Pattern.compile("(?iU)" + BRACKETED_OR_BEHIND_A_COMMA + "(?:" + any + ")[)\\]]?(?!\\w)");
  }

  /** The text without such notes: they follow a comma or stand in brackets. */
  String without(String text) {
    return mayHold(text) ? notes.matcher(text).replaceAll("") : text;
  }

  /** Cheap check before the pattern is tried. */
  private boolean mayHold(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == ',' || c == '(' || c == '[') && opens(text, c == ',' ? behindSpace(text, i) : i)) {
        return true;
      }
    }
    return false;
  }

  private static int behindSpace(String text, int comma) {
    int i = comma;
    while (i + 1 < text.length() && Character.isSpaceChar(text.charAt(i + 1))) {
      i++;
    }
    return i;
  }

  private boolean opens(String text, int behind) {
    if (behind + 1 >= text.length() || !firsts.get(text.charAt(behind + 1))) {
      return false;
    }
    for (String phrase : phrases) {
      if (text.regionMatches(true, behind + 1, phrase, 0, phrase.length())) {
        return true;
      }
    }
    return false;
  }
}

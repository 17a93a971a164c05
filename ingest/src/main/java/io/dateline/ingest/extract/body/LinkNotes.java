package io.dateline.ingest.extract.body;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes out what links say to those who do not see them: "(.STOXX), opens new tab and". */
final class LinkNotes {

  private static final String BRACKETED_OR_BEHIND_A_COMMA = "(?:,\\s*|\\s*[(\\[])";

  private final Pattern notes;

  LinkNotes(Wordings wordings) {
    String any =
        wordings.section("linknote").all().stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    notes =
        Pattern.compile("(?iU)" + BRACKETED_OR_BEHIND_A_COMMA + "(?:" + any + ")[)\\]]?(?!\\w)");
  }

  /** The text without such notes: they follow a comma or stand in brackets. */
  String without(String text) {
    return notes.matcher(text).replaceAll("");
  }
}

package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.Wordings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits an author line into names and strips what is not a name. */
final class NameCleaner {

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*[;,|/•·\\n–—]\\s*|\\s+-\\s+|\\s+(?:and|und|et|y|e|en|og|och|i|a|&|with|mit|für|for)\\s+");
  private static final Pattern BRACKETS = Pattern.compile("[(\\[{][^)\\]}]*[)\\]}]?");

  /** "ByJane Doe": the text of two elements without a space between them. */
  private static final Pattern GLUED_PREFIX =
      Pattern.compile("^(?:[Ww]ritten by|[Bb]y|BY|Von|von)(?=\\p{Lu}\\p{Ll})");

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern MARKS = Pattern.compile("^[*:.\\s]+|[*:\\s]+$");
  private static final int MAX_NAME_CHARS = 60;
  private static final int MAX_NAME_WORDS = 6;

  private final Wordings.Phrases prefixes;
  private final Wordings.Phrases roles;
  private final Wordings.Phrases months;
  private final Wordings.Phrases dateWords;

  NameCleaner(Wordings wordings) {
    prefixes = wordings.section("byline");
    roles = wordings.section("role");
    months = wordings.section("month");
    dateWords = wordings.section("dateword");
  }

  List<String> split(String raw) {
    List<String> names = new ArrayList<>();
    if (raw.length() > 400 || raw.contains("://") || raw.startsWith("@")) {
      return names;
    }
    String text =
        GLUED_PREFIX.matcher(BRACKETS.matcher(raw.strip()).replaceAll(" ")).replaceFirst("");
    for (String part : SEPARATOR.split(text.strip())) {
      String name = clean(part);
      if (isName(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private String clean(String part) {
    String name = part.strip();
    int prefix = prefixes.openingLength(name);
    while (prefix > 0 && prefix < name.length()) {
      name = unlabelled(name.substring(prefix));
      prefix = prefixes.openingLength(name);
    }
    int bracket = name.indexOf('(');
    name = bracket > 0 ? name.substring(0, bracket) : name;
    int role = roles.openingLength(name);
    if (role > 0 && role < name.length() && name.charAt(role) == ' ') {
      name = name.substring(role).strip();
    }
    return MARKS.matcher(SPACES.matcher(name).replaceAll(" ")).replaceAll("").strip();
  }

  private static String unlabelled(String name) {
    String rest = name.strip();
    return rest.startsWith(":") ? rest.substring(1).strip() : rest;
  }

  private boolean isName(String name) {
    if (name.length() < 2
        || name.length() > MAX_NAME_CHARS
        || name.contains("://")
        || name.indexOf('@') >= 0
        || name.startsWith("www.")
        || name.startsWith("(")) {
      return false;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    String[] words = lower.split(" ");
    if (roles.all().contains(lower)
        || prefixes.all().contains(lower)
        || words.length > MAX_NAME_WORDS) {
      return false;
    }
    for (String word : words) {
      if ((months.all().contains(word) && words.length > 2) || word.equals("uhr")) {
        return false;
      }
    }
    boolean dated = words.length == 1 && dateWords.all().contains(lower);
    return !dated
        && name.chars().noneMatch(Character::isDigit)
        && name.chars().anyMatch(Character::isLetter);
  }
}

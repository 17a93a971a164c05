package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.Wordings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits an author line into names and strips what is not a name. */
final class NameCleaner {

  private static final Pattern SEPARATOR =
      Pattern.compile("\\s*[;,|/•·\\n]\\s*|\\s+(?:and|und|et|y|e|en|i|&|with|mit)\\s+");
  private static final int MAX_NAME_CHARS = 60;
  private static final int MAX_NAME_WORDS = 6;

  private final Wordings.Phrases prefixes;
  private final Wordings.Phrases roles;

  NameCleaner(Wordings wordings) {
    prefixes = wordings.section("byline");
    roles = wordings.section("role");
  }

  List<String> split(String raw) {
    List<String> names = new ArrayList<>();
    for (String part : SEPARATOR.split(raw.strip())) {
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
      name = name.substring(prefix).replaceFirst("^[:\\s]+", "");
      prefix = prefixes.openingLength(name);
    }
    int bracket = name.indexOf('(');
    name = bracket > 0 ? name.substring(0, bracket) : name;
    return name.replaceAll("\\s+", " ").strip();
  }

  private boolean isName(String name) {
    if (name.length() < 2
        || name.length() > MAX_NAME_CHARS
        || name.contains("://")
        || name.indexOf('@') >= 0
        || name.startsWith("www.")) {
      return false;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (roles.all().contains(lower) || name.split(" ").length > MAX_NAME_WORDS) {
      return false;
    }
    return name.chars().noneMatch(Character::isDigit) && name.chars().anyMatch(Character::isLetter);
  }
}

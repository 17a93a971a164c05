package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.Agencies;
import io.dateline.ingest.extract.body.Wordings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits an author line into names and strips what is not a name. */
final class NameCleaner {

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*[;,|/•·⋅\\n–—、，；／]\\s*|\\s+-\\s+|\\s+(?:and|und|et|y|e|en|og|och|i|a|&|with|mit|für|for)\\s+");
  private static final Pattern BRACKETS = Pattern.compile("[(\\[{][^)\\]}]*[)\\]}]?");

  /** "ByJane Doe": the text of two elements without a space between them. */
  private static final Pattern GLUED_PREFIX =
      Pattern.compile("^([Ww]ritten by(?=\\p{Lu})|(?:[Bb]y|BY|Von|von)(?=\\p{Lu}\\p{Ll}))");

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern MARKS = Pattern.compile("^[*:.&●\"“„«»”\\s]+|[*:\"“”«»\\s]+$");

  /** Letters behind a name: "MD", "CFP®". */
  private static final Pattern DEGREE = Pattern.compile("[\\p{Lu}.]{2,6}®?");

  /** The first letter of the scripts of East Asia. */
  private static final char FIRST_EAST = 0x1100;

  private static final int MAX_SMALL_WORD = 3;
  private static final int MAX_NAME_CHARS = 60;
  private static final int MAX_NAME_WORDS = 6;
  private static final int MAX_NEWSROOM_CHARS = 40;

  private final Wordings.Phrases prefixes;
  private final Wordings.Phrases roles;
  private final Wordings.Phrases months;
  private final Wordings.Phrases dateWords;
  private final Wordings.Phrases jobs;
  private final Wordings.Phrases newsrooms;
  private final Wordings.Phrases organisations;
  private final Wordings.Phrases helpers;
  private final Agencies agencies;

  NameCleaner(Wordings wordings, Agencies agencies) {
    this.agencies = agencies;
    helpers = wordings.section("helper");
    jobs = wordings.section("jobword");
    newsrooms = wordings.section("newsroom");
    organisations = wordings.section("organisation");
    prefixes = wordings.section("byline");
    roles = wordings.section("role");
    months = wordings.section("month");
    dateWords = wordings.section("dateword");
  }

  /** "Doe, Jane" as it is spoken. */
  static String upright(String name) {
    int comma = name.indexOf(',');
    boolean once = comma > 0 && name.indexOf(',', comma + 1) < 0;
    return once ? name.substring(comma + 1).strip() + " " + name.substring(0, comma) : name;
  }

  List<String> split(String raw) {
    List<String> names = new ArrayList<>();
    if (raw.length() > 400 || raw.contains("://") || raw.startsWith("@")) {
      return names;
    }
    String text = unglued(BRACKETS.matcher(raw.strip()).replaceAll(" ").strip());
    boolean helped = false;
    for (String part : SEPARATOR.split(prefixes.behind(text))) {
      helped = helpers.opens(part) || (helped && !prefixes.opens(part));
      String name = helped ? "" : clean(part);
      if (isName(name) && !(isDegree(name) && !names.isEmpty())) {
        names.add(name);
      }
    }
    return names;
  }

  /** With the space that the border of two elements stood for. */
  static String unglued(String line) {
    return GLUED_PREFIX.matcher(line).replaceFirst("$1 ");
  }

  private boolean isDegree(String name) {
    return DEGREE.matcher(name).matches() && agencies.shortName(name) == null;
  }

  /** The newsroom a line names in place of a person: "BR24 Redaktion"; null when it does not. */
  @Nullable String newsroom(String raw) {
    String name = prefixes.behind(raw.strip());
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.length() > MAX_NEWSROOM_CHARS || lower.contains("://")) {
      return null;
    }
    for (String word : newsrooms.all()) {
      if (endsWithWord(lower, word) || startsWithWord(lower, word)) {
        return name;
      }
    }
    return null;
  }

  private static boolean endsWithWord(String text, String word) {
    int before = text.length() - word.length() - 1;
    return text.endsWith(word)
        && (before < 0 || text.charAt(before) == ' ' || text.charAt(before) == '-');
  }

  private static boolean startsWithWord(String text, String word) {
    return text.startsWith(word)
        && text.length() > word.length()
        && text.charAt(word.length()) == ' ';
  }

  /** Whether a name holds a word that only organisations have in theirs. */
  boolean isOrganisation(String name) {
    for (String word : name.toLowerCase(Locale.ROOT).split("[\\s-]+")) {
      if (organisations.all().contains(word)) {
        return true;
      }
    }
    return false;
  }

  private String clean(String part) {
    String name = prefixes.behind(MARKS.matcher(part.strip()).replaceAll(""));
    int bracket = name.indexOf('(');
    name = bracket > 0 ? name.substring(0, bracket) : name;
    int handle = name.indexOf(" @");
    name = handle > 0 ? name.substring(0, handle) : name;
    int role = roles.openingLength(name);
    if (role > 0 && role < name.length() && name.charAt(role) == ' ') {
      name = prefixes.behind(name.substring(role).strip());
    }
    name = MARKS.matcher(SPACES.matcher(name).replaceAll(" ")).replaceAll("").strip();
    return name.isEmpty() || name.charAt(0) < FIRST_EAST
        ? withoutJob(name)
        : withoutEasternRole(name);
  }

  /** Whether nothing but a job is named: "Senior Review Analyst". */
  private boolean isOnlyJob(String name) {
    return jobs.all().containsAll(List.of(name.toLowerCase(Locale.ROOT).split(" ")));
  }

  /** "Jane Doe Senior Editor" and "FOCUS-Experte John Roe": the name alone. */
  private String withoutJob(String name) {
    if (isOnlyJob(name)) {
      return "";
    }
    String[] words = name.split(" ");
    int from = 0;
    int first = words[0].lastIndexOf('-');
    if (words.length > 2
        && first > 0
        && roles.all().contains(words[0].substring(first + 1).toLowerCase(Locale.ROOT))) {
      from = 1;
    }
    int to = words.length;
    for (int i = words.length - 1; i >= from + 2; i--) {
      if (isJob(words[i])) {
        to = i;
      }
    }
    return String.join(" ", List.of(words).subList(from, to));
  }

  /** A short word is one in lower case only: "in", not a name like "In". */
  private boolean isJob(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String bare = lower.endsWith(":") ? lower.substring(0, lower.length() - 1) : lower;
    return jobs.all().contains(bare) && (bare.length() > MAX_SMALL_WORD || word.equals(lower));
  }

  /** "신현주 기자", "本社記者山田太郎": the job stands beside the name, often without a space. */
  private String withoutEasternRole(String name) {
    String rest = name;
    for (String role : roles.all()) {
      if (role.charAt(0) >= FIRST_EAST && rest.length() >= role.length() + 2) {
        rest = rest.endsWith(role) ? rest.substring(0, rest.length() - role.length()) : rest;
        rest = rest.startsWith(role) ? rest.substring(role.length()) : rest;
      }
    }
    return rest.strip();
  }

  /** "Our contributors come": of several words more than half are small. */
  private static boolean isSentence(String name) {
    String[] words = name.split(" ");
    int small = 0;
    for (String word : words) {
      small += !word.isEmpty() && Character.isLowerCase(word.charAt(0)) ? 1 : 0;
    }
    return words.length > 2 && small * 2 > words.length;
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
        || words.length > MAX_NAME_WORDS
        || isSentence(name)) {
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

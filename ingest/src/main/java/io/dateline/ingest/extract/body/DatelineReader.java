package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.DataFile;
import io.dateline.model.Dateline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the dateline off the first paragraph: "HANOI, Vietnam (AP) —", "London/Teheran -". */
public final class DatelineReader {

  /** A dateline is looked for in so many UTF-16 units at the start. */
  private static final int MAX_CHARS = 90;

  private static final int MAX_PLACE_WORDS = 4;
  private static final String PLACE = "\\p{Lu}[\\p{L}.'’/ -]{1,40}?";
  private static final String DASH = "\\s*[-–—―:]{1,2}\\s*";
  private static final String DATE = "\\p{L}{3,10}\\.? \\d{1,2}|\\d{1,2}\\.? \\p{L}{3,10}\\.?";

  /** PLACE[, Region][, date] (AGENCY) - */
  private static final Pattern WITH_AGENCY =
      Pattern.compile(
          "^("
              + PLACE
              + ")(?:, ([^,(]{2,30}?))?(?:, ("
              + DATE
              + "))? ?[(\\[]([\\p{L}/ .&-]{2,30})[)\\]]"
              + "(?:"
              + DASH
              + "|[.:]?\\s+)");

  /** PLACE[, Region] - with nothing else to prove it. */
  private static final Pattern WITH_DASH =
      Pattern.compile(
          "^("
              + PLACE
              + ")(?:, ([\\p{L}. ]{2,25}?))?(?:, ("
              + DATE
              + "))?"
              + "(?:\\s+[-–—―]{1,2}\\s+|\\s?[–—―]\\s?|\\s+-{2}\\s+| · |\\s+-\\s+)");

  private static final Pattern WITH_DOT =
      Pattern.compile("^(" + PLACE + ")[.:]\\s+(?=[\\p{Lu}„“\"»«])");

  private final Set<String> places = new HashSet<>();
  private final Agencies agencies;

  /** Loads {@code places.txt}. */
  public DatelineReader(Agencies agencies) {
    this.agencies = agencies;
    places.addAll(DataFile.sections("places.txt").getOrDefault("places", List.of()));
  }

  /**
   * A dateline and the text without it.
   *
   * @param dateline what was taken off
   * @param rest what follows
   */
  public record Found(Dateline dateline, String rest) {}

  /**
   * Reads the dateline of a paragraph.
   *
   * @param text the first paragraph
   * @param lead end of the inline element it opens with; 0 when it opens with text
   * @param marked whether that element is named for a place
   * @return null when there is none
   */
  public @Nullable Found read(String text, int lead, boolean marked) {
    if (marked && lead > 1 && lead <= MAX_CHARS) {
      Found found = marked(text, lead);
      if (found != null) {
        return found;
      }
    }
    String head = text.substring(0, Math.min(text.length(), MAX_CHARS));
    Matcher m = WITH_AGENCY.matcher(head);
    if (holdsAny(head, "([") && m.find() && arePlaces(m.group(1)) && isSigned(m)) {
      return found(text, m, m.group(4));
    }
    m = WITH_DASH.matcher(head);
    if (holdsAny(head, "-–—―·") && m.find() && isSure(m, text)) {
      return found(text, m, null);
    }
    m = WITH_DOT.matcher(head);
    if (holdsAny(head, ".:") && m.find() && places.contains(m.group(1).strip())) {
      return found(text, m, null);
    }
    return glued(text);
  }

  /** Cheap check before a pattern is tried. */
  private static boolean holdsAny(String head, String marks) {
    for (int i = 0; i < marks.length(); i++) {
      if (head.indexOf(marks.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Brackets behind a name are common in text: they need a known agency or a dash behind them. */
  private boolean isSigned(Matcher m) {
    boolean dash = m.group().strip().matches(".*[-–—―:]$");
    return !agencies.among(m.group(4)).isEmpty() || (dash && !m.group(4).contains(" "));
  }

  private @Nullable Found marked(String text, int lead) {
    String name = text.substring(0, lead).replaceAll("[\\s.:,·–—-]+$", "");
    if (!arePlaces(name)) {
      return null;
    }
    String rest = text.substring(lead).replaceFirst("^[\\s.:,·–—-]+", "");
    return rest.isEmpty() ? null : new Found(dateline(text.substring(0, lead), name), rest);
  }

  private static Dateline dateline(String raw, String places) {
    return new Dateline(raw.strip(), split(places), null, null, null);
  }

  private Found found(String text, Matcher m, @Nullable String agency) {
    String region = m.groupCount() >= 2 ? m.group(2) : null;
    String date = m.groupCount() >= 3 ? m.group(3) : null;
    if (region != null && region.matches(DATE)) {
      date = region;
      region = null;
    }
    String known = agency == null ? null : agencies.shortName(agency);
    List<String> names = split(m.group(1));
    String name = known != null ? known : agency;
    return new Found(
        new Dateline(m.group().strip(), names, region, name, date), text.substring(m.end()));
  }

  /** Capital letters throughout, a known place, or places joined by a stroke. */
  private boolean isSure(Matcher m, String text) {
    String place = m.group(1).strip();
    if (!arePlaces(place) || m.end() >= text.length() || !opens(text.charAt(m.end()))) {
      return false;
    }
    boolean capitals = place.length() > 3 && place.equals(place.toUpperCase(Locale.ROOT));
    boolean known = split(place).stream().allMatch(p -> places.contains(p));
    boolean some =
        place.indexOf('/') > 0 && split(place).stream().anyMatch(p -> places.contains(p));
    boolean dotted = m.group().contains(" · ") && place.indexOf(' ') < 0;
    return capitals || known || some || dotted;
  }

  private static boolean opens(char c) {
    return Character.isUpperCase(c) || "„“\"»«‚‘'".indexOf(c) >= 0 || c > 0x2E80;
  }

  private static boolean arePlaces(String text) {
    String[] words = text.strip().split("\\s+");
    if (words.length > MAX_PLACE_WORDS) {
      return false;
    }
    for (String word : words) {
      boolean small = word.length() <= 3;
      if (!small && !Character.isUpperCase(word.charAt(0))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> split(String text) {
    List<String> names = new ArrayList<>();
    for (String name : text.split("/")) {
      if (!name.isBlank()) {
        names.add(caseOf(name.strip()));
      }
    }
    return names.isEmpty() ? List.of(text.strip()) : names;
  }

  /** "NEW YORK" becomes "New York". */
  private static String caseOf(String name) {
    if (name.length() <= 3 || !name.equals(name.toUpperCase(Locale.ROOT))) {
      return name;
    }
    StringBuilder out = new StringBuilder(name.length());
    boolean start = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      out.append(start ? c : Character.toLowerCase(c));
      start = !Character.isLetter(c) && c != '\'' && c != '’' && c != '.';
    }
    return out.toString();
  }

  /** "MoskauAleppo ist": the scraper lost the space behind the place. */
  private @Nullable Found glued(String text) {
    int i = 1;
    while (i < text.length() && i < 30 && !isHump(text, i)) {
      if (!Character.isLetter(text.charAt(i)) && text.charAt(i) != ' ' && text.charAt(i) != '-') {
        return null;
      }
      i++;
    }
    if (i >= text.length() || i >= 30 || !places.contains(text.substring(0, i))) {
      return null;
    }
    return new Found(dateline(text.substring(0, i), text.substring(0, i)), text.substring(i));
  }

  private static boolean isHump(String text, int i) {
    return Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1));
  }
}

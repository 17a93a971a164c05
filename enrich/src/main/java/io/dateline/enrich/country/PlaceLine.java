package io.dateline.enrich.country;

import io.dateline.model.Passage;
import io.dateline.model.Passage.Part;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the place line of a wire text ends that was left in the text. */
final class PlaceLine {

  /** How far into the body a place line may begin, in UTF-16 units. */
  private static final int FURTHEST = 400;

  private static final String PLACES =
      "\\p{Lu}[\\p{L}\\p{M}.'’]*(?:[ /,-]{1,2}\\p{Lu}[\\p{L}\\p{M}.'’]*){0,5}";

  /** "Moskau (dpa) –", "HANOI, Vietnam (AP) —", "Berlin (dpa/tmn) -". */
  private static final Pattern AGENCY =
      Pattern.compile(
          "(?:^|[\\s.])("
              + PLACES
              + ")(?:, \\p{L}+ \\d+)? ?"
              + "\\((?:dpa|AP|AFP|APA|Reuters|REUTERS|rtr|epd|KNA|sid|SID|UPI|ANSA|TASS|Xinhua)\\b"
              + "[^)]{0,20}\\)");

  /** "PEKING, March 12 -", "Belgrad– ", "WASHINGTON, April 5 (…) -". */
  private static final Pattern DASH =
      Pattern.compile(
          "^("
              + PLACES
              + ")(?:, ?\\p{L}+\\.? \\d{1,2})?(?: ?\\([^)]{2,40}\\))?"
              + "(?:\\s?[–—]|\\s--?)\\s");

  private PlaceLine() {}

  /** One behind the last UTF-16 unit of the place line; 0 when there is none. */
  static int end(Passage passage) {
    return switch (passage.part()) {
      case LOCATED -> passage.text().length();
      case BODY, SUMMARY -> find(passage.text());
      case HEADLINE, KICKER, SECTION, KEYWORD -> 0;
    };
  }

  private static int find(String text) {
    String head = text.substring(0, Math.min(FURTHEST, text.length()));
    Matcher dash = DASH.matcher(head);
    if (dash.find()) {
      return dash.end(1);
    }
    Matcher agency = AGENCY.matcher(head);
    return agency.find() ? agency.end(1) : 0;
  }

  /** Whether a passage part is only a label of the outlet. */
  static boolean label(Part part) {
    return part == Part.SECTION || part == Part.KEYWORD;
  }
}

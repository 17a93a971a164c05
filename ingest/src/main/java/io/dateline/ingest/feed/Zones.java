package io.dateline.ingest.feed;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Zones as dates print them: "+0100", "GMT+2", "CEST", "Z". */
final class Zones {

  private static final Pattern NUMERIC =
      Pattern.compile(
          "(?:gmt|utc|z|[a-z]{3,4})?\\s*([+\\u2212-])(\\d{1,2}):?(\\d{2})?(?::\\d{2})?(?:z|[\\s(].*)?");

  private static final Map<String, Integer> MINUTES =
      Map.ofEntries(
          Map.entry("z", 0),
          Map.entry("ut", 0),
          Map.entry("utc", 0),
          Map.entry("gmt", 0),
          Map.entry("wet", 0),
          Map.entry("west", 60),
          Map.entry("bst", 60),
          Map.entry("cet", 60),
          Map.entry("mez", 60),
          Map.entry("cest", 120),
          Map.entry("mesz", 120),
          Map.entry("met", 60),
          Map.entry("mest", 120),
          Map.entry("eet", 120),
          Map.entry("eest", 180),
          Map.entry("msk", 180),
          Map.entry("msd", 240),
          Map.entry("ist", 330),
          Map.entry("jst", 540),
          Map.entry("kst", 540),
          Map.entry("hkt", 480),
          Map.entry("sgt", 480),
          Map.entry("awst", 480),
          Map.entry("aest", 600),
          Map.entry("aedt", 660),
          Map.entry("nzst", 720),
          Map.entry("nzdt", 780),
          Map.entry("est", -300),
          Map.entry("edt", -240),
          Map.entry("et", -300),
          Map.entry("cst", -360),
          Map.entry("cdt", -300),
          Map.entry("ct", -360),
          Map.entry("mst", -420),
          Map.entry("mdt", -360),
          Map.entry("mt", -420),
          Map.entry("pst", -480),
          Map.entry("pdt", -420),
          Map.entry("pt", -480),
          Map.entry("akst", -540),
          Map.entry("akdt", -480),
          Map.entry("hst", -600),
          Map.entry("ast", -240),
          Map.entry("adt", -180),
          Map.entry("brt", -180),
          Map.entry("art", -180));

  private Zones() {}

  /** The offset; null when the text names no zone. */
  static @Nullable ZoneOffset offset(String printed) {
    String text = printed.strip().toLowerCase(Locale.ROOT);
    Matcher numeric = NUMERIC.matcher(text);
    if (numeric.matches()) {
      String rest = numeric.group(3);
      int minutes =
          Integer.parseInt(numeric.group(2)) * 60 + (rest == null ? 0 : Integer.parseInt(rest));
      if (minutes > 18 * 60) {
        return rest != null && Integer.parseInt(rest) >= 60 ? null : ZoneOffset.UTC; // "+8000"
      }
      return ZoneOffset.ofTotalSeconds((numeric.group(1).equals("+") ? minutes : -minutes) * 60);
    }
    return named(text);
  }

  /** The offset of an abbreviation in lower case. */
  static @Nullable ZoneOffset named(String text) {
    Integer minutes = MINUTES.get(text.replaceAll("[().]", ""));
    return minutes == null ? null : ZoneOffset.ofTotalSeconds(minutes * 60);
  }
}

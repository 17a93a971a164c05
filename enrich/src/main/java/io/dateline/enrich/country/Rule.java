package io.dateline.enrich.country;

import java.util.Locale;

/**
 * Why words stand for a country. Each rule but the last two has its data files, {@code
 * <language>/<file>.tsv} beside this class.
 */
enum Rule {
  /** The country's own name, short or long. */
  NAME("names"),
  /** A state that is no more and what ISO 3166-1 has for it. */
  FORMER("former"),
  /** Its people. */
  DEMONYM("demonyms"),
  /** "German", "deutsch-". */
  ADJECTIVE("adjectives"),
  /** Its capital. */
  CAPITAL("capitals"),
  /** A state, province or region of it. */
  REGION("regions"),
  /** A short form of a region that stands behind a comma: "Lansing, Mich.". */
  ABBREVIATION("abbreviations"),
  /** A city of it. */
  CITY("cities"),
  /** Its government, parliament, court, army, office or the building that stands for one. */
  INSTITUTION("institutions"),
  /** A company, medium or club of it: a faint sign. */
  COMPANY("companies"),
  /** Who leads or led it. */
  LEADER("leaders"),
  /** Words of daily life that hint at a country ("sheriff", "Landkreis"). */
  CUE("cues"),
  /** Words that hold a country's name and mean no country, or another one. */
  TRAP("traps"),
  /** The place line in front of a wire text, when nothing else is named. */
  DATELINE("-"),
  /** The source's home, when the text names no country. */
  HOME("-");

  private final String file;

  Rule(String file) {
    this.file = file;
  }

  /** Name of its data file without ending; "-" when it has none. */
  String file() {
    return file;
  }

  /** Whether words of this rule are looked for in the text. */
  boolean hasFile() {
    return !"-".equals(file);
  }

  /** The name in the tag. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

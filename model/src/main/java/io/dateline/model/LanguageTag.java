package io.dateline.model;

import java.util.Locale;

/**
 * A language as a BCP 47 tag in canonical case.
 *
 * @param value the tag, "und" where the language is not known
 */
public record LanguageTag(String value) {

  /** The language is not known. */
  public static final LanguageTag UNKNOWN = new LanguageTag("und");

  /** Brings the tag into canonical form; what is not a tag becomes "und". */
  public LanguageTag {
    value = Locale.forLanguageTag(value.strip().replace('_', '-')).toLanguageTag();
  }

  /** The primary language subtag: "de" of "de-AT". */
  public String primary() {
    int hyphen = value.indexOf('-');
    return hyphen < 0 ? value : value.substring(0, hyphen);
  }

  /** The language alone, without script and region. */
  public LanguageTag base() {
    return new LanguageTag(primary());
  }

  /** Whether the language is known. */
  public boolean isKnown() {
    return !primary().equals("und");
  }

  /**
   * The language as a country writes it: "de-AT" of "de" and "AT". A tag that names a region, and
   * the unknown language, stay as they are.
   *
   * @param country ISO 3166-1 alpha-2 code
   */
  public LanguageTag in(String country) {
    boolean regional = !Locale.forLanguageTag(value).getCountry().isEmpty();
    return regional || !isKnown() ? this : new LanguageTag(value + "-" + country);
  }

  @Override
  public String toString() {
    return value;
  }
}

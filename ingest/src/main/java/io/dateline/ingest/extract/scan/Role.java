package io.dateline.ingest.extract.scan;

import java.util.Locale;

/** What an element's names and attributes say it is for. A set of them is kept as bits. */
public enum Role {
  /** Not the article: navigation, related, newsletter, share, advertisement. */
  BOILERPLATE,
  /** The same, but only believed of a small box. */
  WEAK,
  /** Readers' comments. */
  COMMENTS,
  /** A picture's caption. */
  CAPTION,
  /** A picture's credit. */
  CREDIT,
  /** The author line. */
  BYLINE,
  /** A date. */
  DATE,
  /** Other small facts about the article. */
  META,
  /** Keywords of the outlet. */
  TAGS,
  /** Not shown, or for screen readers only. */
  HIDDEN,
  /** The opening summary. */
  LEDE,
  /** The line above the headline. */
  KICKER,
  /** The running text. */
  BODY,
  /** The headline. */
  TITLE,
  /** The dateline's place. */
  LOCATION;

  /** This role as a bit. */
  public int bit() {
    return 1 << ordinal();
  }

  /** Whether a set holds this role. */
  public boolean in(int roles) {
    return (roles & bit()) != 0;
  }

  static Role of(String section) {
    return valueOf(section.toUpperCase(Locale.ROOT));
  }
}

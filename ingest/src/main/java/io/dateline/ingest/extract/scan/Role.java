package io.dateline.ingest.extract.scan;

import java.util.Locale;

/** What an element's names and attributes say it is for. A set of them is kept as bits. */
public enum Role {
  /** Not the article: navigation, related, newsletter, share, advertisement. */
  BOILERPLATE(1),
  /** The same, but only believed of a small box. */
  WEAK(2),
  /** Readers' comments. */
  COMMENTS(4),
  /** A picture's caption. */
  CAPTION(8),
  /** A picture's credit. */
  CREDIT(16),
  /** The author line. */
  BYLINE(32),
  /** A date. */
  DATE(64),
  /** Other small facts about the article. */
  META(128),
  /** Keywords of the outlet. */
  TAGS(256),
  /** Not shown, or for screen readers only. */
  HIDDEN(512),
  /** The opening summary. */
  LEDE(1024),
  /** The line above the headline. */
  KICKER(2048),
  /** The running text. */
  BODY(4096),
  /** The headline. */
  TITLE(8192),
  /** The dateline's place. */
  LOCATION(16384);

  private final int bit;

  Role(int bit) {
    this.bit = bit;
  }

  /** This role as a bit. */
  public int bit() {
    return bit;
  }

  /** Whether a set holds this role. */
  public boolean in(int roles) {
    return (roles & bit) != 0;
  }

  static Role of(String section) {
    return valueOf(section.toUpperCase(Locale.ROOT));
  }
}

package io.dateline.model;

import java.util.List;

/**
 * Something an article is said to be about or to mention.
 *
 * @param kind country or topic
 * @param code the value inside its vocabulary: "SY" (ISO 3166-1 alpha-2), "16000000" (IPTC Media
 *     Topics)
 * @param name a short English name
 * @param relation how the article relates to it
 * @param confidence 0 to 100
 * @param rule short name of the rule that fired ("name", "demonym", "lexicon", "inherited")
 * @param inferred true when no word names it and a rule concluded it
 * @param evidence the words, in reading order; for a broader topic those of the narrower ones
 */
public record Tag(
    Kind kind,
    String code,
    String name,
    Relation relation,
    int confidence,
    String rule,
    boolean inferred,
    List<Evidence> evidence) {

  /** Most pieces of evidence kept for one tag. */
  public static final int MAX_EVIDENCE = 50;

  /** What a tag names. */
  public enum Kind {
    /** A country. */
    COUNTRY("country", "http://cvx.iptc.org/iso3166-1a2/"),
    /** A Media Topic. */
    TOPIC("topic", "http://cv.iptc.org/newscodes/mediatopic/");

    private final String id;
    private final String base;

    Kind(String id, String base) {
      this.id = id;
      this.base = base;
    }

    /** Lower-case name. */
    public String id() {
      return id;
    }

    /** What stands before the code in the concept's uri. */
    public String base() {
      return base;
    }
  }

  /** How an article relates to what a tag names. */
  public enum Relation {
    /** It is about it. */
    ABOUT("about"),
    /** It mentions it. */
    MENTIONS("mentions"),
    /** It is about something narrower. */
    BROADER("broader");

    private final String id;

    Relation(String id) {
      this.id = id;
    }

    /** The ninjs {@code rel} value. */
    public String id() {
      return id;
    }
  }

  /** Checks the confidence and copies the evidence, at most {@value #MAX_EVIDENCE} pieces. */
  public Tag {
    if (confidence < 0 || confidence > 100) {
      throw new IllegalArgumentException("confidence " + confidence + " is not within 0 to 100");
    }
    evidence = List.copyOf(evidence.subList(0, Math.min(evidence.size(), MAX_EVIDENCE)));
  }

  /** The concept's uri; country codes are lower case there, as IPTC writes them. */
  public String uri() {
    return kind.base() + (kind == Kind.COUNTRY ? code.toLowerCase(java.util.Locale.ROOT) : code);
  }
}

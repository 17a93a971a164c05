package io.dateline.model.ninjs;

/** The values of {@code role} and {@code rel} that our ninjs uses. */
final class Roles {
  static final String MAIN = "main";
  static final String KICKER = "kicker";
  static final String SUMMARY = "summary";
  static final String CAPTION = "caption";
  static final String MARKED_UP = "marked-up";
  static final String DATELINE = "dateline";
  static final String DATELINE_DATE = "dateline-date";
  static final String REGION = "dateline-region";
  static final String ACCESS = "access";
  static final String REMOVED = "removed:";
  static final String AUTHOR = "author";
  static final String PUBLISHER = "publisher";
  static final String AGENCY = "agency";
  static final String PHOTO_CREDIT = "photo-credit";
  static final String KEYWORD = "keyword";
  static final String SECTION = "section";
  static final String SOURCE = "source";
  static final String ORIGINAL = "original";
  static final String CANONICAL = "canonical";
  static final String AMP = "amp";
  static final String HASH = "content-hash";
  static final String FETCHED = "fetched";
  static final String OPT_OUTS = "urn:dateline:opt-outs";

  /** The {@code creator} of every subject that is a tag of ours. */
  static final String CREATOR = "dateline";

  private Roles() {}
}

package io.dateline.ingest.url;

/** The rule for labels written from right to left (RFC 5893, section 2). */
final class Bidi {

  private Bidi() {}

  /** Whether a label may stand in a domain with right-to-left parts. */
  static boolean isFine(String label) {
    boolean rightToLeft = label.codePoints().anyMatch(Bidi::isRightToLeft);
    if (!rightToLeft) {
      return true;
    }
    int first = label.codePointAt(0);
    if (!isRightToLeft(first)) {
      return false;
    }
    boolean mixed =
        label
            .codePoints()
            .anyMatch(
                c -> Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
    return !mixed;
  }

  private static boolean isRightToLeft(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}

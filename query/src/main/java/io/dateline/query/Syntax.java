package io.dateline.query;

/** Carries a mistake from its place out of the parser; never leaves this package. */
final class Syntax extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int position;
  private final String found;
  private final String expected;

  Syntax(int position, String found, String expected) {
    super(found, null, false, false);
    this.position = position;
    this.found = found;
    this.expected = expected;
  }

  ParseResult.Failed toResult() {
    return new ParseResult.Failed(position, found, expected);
  }
}

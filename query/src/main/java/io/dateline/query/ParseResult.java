package io.dateline.query;

/** What became of a query's text. */
public sealed interface ParseResult {

  /** It is a query. */
  record Parsed(ArticleQuery query) implements ParseResult {}

  /**
   * It is not.
   *
   * @param position where, in UTF-16 units from 0
   * @param found what stands there
   * @param expected what should stand there
   */
  record Failed(int position, String found, String expected) implements ParseResult {

    /** One line for people. */
    public String message() {
      return "at " + position + ": found " + found + ", expected " + expected;
    }
  }
}

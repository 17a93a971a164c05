package io.dateline.ingest.extract.body;

/** Looks at how texts end. */
final class Sentences {

  private static final String ENDS = ".!?…。！？।:;";
  private static final String CLOSERS = "\"'”’“»«›‹)]」』 ";

  private Sentences() {}

  /** Whether a text ends like a sentence, closing quotes and brackets aside. */
  static boolean isEnded(String text) {
    int i = text.length() - 1;
    while (i >= 0 && CLOSERS.indexOf(text.charAt(i)) >= 0) {
      i--;
    }
    return i >= 0 && ENDS.indexOf(text.charAt(i)) >= 0;
  }
}

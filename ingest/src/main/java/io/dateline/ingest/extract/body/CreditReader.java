package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Words;

/** Tells photo credits from text: "Foto: Jane Doe/AP", "© dpa", "Quelle: AFP". */
public final class CreditReader {

  private static final int MAX_WORDS = 14;

  private final Wordings.Phrases names;

  /** Uses the word lists given. */
  public CreditReader(Wordings wordings) {
    names = wordings.section("credit");
  }

  /** Whether a whole line is a credit. */
  public boolean isCredit(String text) {
    if (text.length() > 160) {
      return false;
    }
    String bare = unbracket(text);
    if (bare.startsWith("©") || bare.startsWith("(c)") || bare.startsWith("(C)")) {
      return Words.count(bare) <= MAX_WORDS;
    }
    int length = names.openingLength(bare);
    if (length == 0 || Words.count(bare) > MAX_WORDS) {
      return false;
    }
    String rest = bare.substring(Math.min(length, bare.length())).strip();
    return rest.startsWith(":") || rest.startsWith("©") || rest.startsWith("/") || rest.isEmpty();
  }

  private static String unbracket(String text) {
    String bare = text.strip();
    return bare.startsWith("(") && bare.endsWith(")")
        ? bare.substring(1, bare.length() - 1).strip()
        : bare;
  }
}

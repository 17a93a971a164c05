package io.dateline.ingest.extract;

/**
 * One line of the account.
 *
 * @param what the part: "block", "title", "published"
 * @param verdict what was done: "kept", "cut", "chosen"
 * @param why the rule
 * @param text the words concerned
 */
public record TraceLine(String what, String verdict, String why, String text) {

  @Override
  public String toString() {
    return verdict + "\t" + what + "\t" + why + "\t" + text;
  }
}

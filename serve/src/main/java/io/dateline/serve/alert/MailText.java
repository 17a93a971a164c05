package io.dateline.serve.alert;

import io.dateline.serve.watch.Hit;
import io.dateline.serve.watch.Watch;
import java.util.List;

/** What a message says. Plain text: nothing in it is markup. */
final class MailText {

  /** Hits told one by one; the rest is a number. */
  static final int MAX_HITS = 200;

  private static final int MAX_SUBJECT_CHARS = 150;

  private MailText() {}

  /** One line: the headline of a single hit, else how many there are. */
  static String subject(Watch watch, List<Hit> hits) {
    String what = hits.size() == 1 ? title(hits.get(0)) : hits.size() + " hits";
    String line = oneLine(watch.name() + ": " + what);
    return line.length() > MAX_SUBJECT_CHARS ? line.substring(0, MAX_SUBJECT_CHARS) + "…" : line;
  }

  /** The hits, oldest first. */
  static String body(Watch watch, List<Hit> hits) {
    StringBuilder text = new StringBuilder();
    for (Hit hit : hits.subList(0, Math.min(hits.size(), MAX_HITS))) {
      text.append(oneLine(title(hit))).append('\n').append(oneLine(hit.uri())).append('\n');
      text.append(hit.at()).append(", ").append(hit.event());
      if (!hit.words().isEmpty()) {
        text.append(": ").append(oneLine(String.join(", ", hit.words())));
      }
      text.append(hit.matching() || hit.isErasure() ? "" : ", no longer fits the query")
          .append("\n\n");
    }
    if (hits.size() > MAX_HITS) {
      text.append("and ").append(hits.size() - MAX_HITS).append(" more\n\n");
    }
    return text.append("-- \nWatch: ")
        .append(oneLine(watch.name()))
        .append("\nQuery: ")
        .append(oneLine(watch.query()))
        .append('\n')
        .toString();
  }

  private static String title(Hit hit) {
    return hit.isErasure() ? "erased: " + hit.uri() : hit.headline();
  }

  /** Foreign text cannot add lines, and so no headers either. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }
}

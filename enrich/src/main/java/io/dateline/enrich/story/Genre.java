package io.dateline.enrich.story;

import io.dateline.model.Article;
import java.util.regex.Pattern;

/** What kind of text an article is, as far as it decides which story it may join. */
enum Genre {
  /** A report on one event. */
  REPORT,

  /**
   * What another paper's editorial says on an event, as agencies quote it in their press reviews:
   * it shares the subject with the reports, but few of their words.
   */
  COMMENT,

  /** Several reports in one text; it is of no story but its own. */
  DIGEST;

  /** Datelines of agencies from which on a text is a digest. */
  private static final int DIGEST_DATELINES = 3;

  /** "(dpa) -", "(AP) —", "(AFP/Reuters) –": an agency's short name between place and text. */
  private static final Pattern DATELINE = Pattern.compile("\\(\\p{L}[\\p{L}/]{1,15}\\) [-–—] ");

  /** How agencies and outlets name their digests, at the beginning or the end of a headline. */
  private static final Pattern DIGEST_HEADLINE =
      Pattern.compile(
          "^(?:\\S{1,20}[- ])?(?:nachrichtenüberblick|presseschau|pressestimmen|kurznachrichten"
              + "|kurzmeldungen|meldungsblock|tagesvorschau|terminvorschau|morning briefing"
              + "|news (?:summary|digest|roundup|in brief)|press review|revue de presse)\\b"
              + "|\\b(?:kompakt|in kürze|news in brief|en bref|in breve)$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  /** "«Die Welt» (Berlin) zu ...": a press review names the paper before its subject. */
  private static final Pattern PRESS_REVIEW =
      Pattern.compile("^[«»„“\"][^«»„“”\"]{2,60}[»«“”\"](?: \\([^()]{2,30}\\))?:? z(?:u|um|ur) ");

  /** The genre of an article, by its headline and datelines. */
  static Genre of(Article article) {
    String headline = article.text().headline();
    if (DIGEST_HEADLINE.matcher(headline).find()
        || DATELINE.matcher(article.text().body()).results().limit(DIGEST_DATELINES).count()
            == DIGEST_DATELINES) {
      return DIGEST;
    }
    return PRESS_REVIEW.matcher(headline).find() ? COMMENT : REPORT;
  }

  /** What a headline is about: without the paper a press review quotes. */
  static String subject(String headline) {
    return PRESS_REVIEW.matcher(headline).replaceFirst("");
  }
}

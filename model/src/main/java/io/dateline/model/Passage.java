package io.dateline.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of text of an article that may be evidence, with its JSON pointer (RFC 6901) in the
 * article's ninjs form.
 *
 * @param part which part of the article it is
 * @param pointer JSON pointer to the string that holds the text
 * @param text the whole string at that pointer
 */
public record Passage(Part part, String pointer, String text) {

  /** The parts of an article that are read for tags. */
  public enum Part {
    /** The headline. */
    HEADLINE,
    /** The line above it. */
    KICKER,
    /** The summary. */
    SUMMARY,
    /** The running text. */
    BODY,
    /** The dateline's place. */
    LOCATED,
    /** The outlet's section. */
    SECTION,
    /** One of the outlet's keywords. */
    KEYWORD
  }

  /**
   * All passages of an article in reading order: kicker, headline, summary, located, body, section,
   * keywords. Absent parts are left out. The pointers are those that the ninjs codec writes.
   */
  public static List<Passage> of(Article article) {
    List<Passage> passages = new ArrayList<>();
    Text text = article.text();
    if (text.kicker() != null) {
      passages.add(new Passage(Part.KICKER, "/headlines/1/value", text.kicker()));
    }
    if (!text.headline().isEmpty()) {
      passages.add(new Passage(Part.HEADLINE, "/headlines/0/value", text.headline()));
    }
    if (text.summary() != null) {
      passages.add(new Passage(Part.SUMMARY, "/descriptions/0/value", text.summary()));
    }
    if (article.dateline() != null) {
      passages.add(new Passage(Part.LOCATED, "/located", article.dateline().located()));
    }
    if (!text.paragraphs().isEmpty()) {
      passages.add(new Passage(Part.BODY, "/bodies/0/value", text.body()));
    }
    addSubjects(article, passages);
    return passages;
  }

  private static void addSubjects(Article article, List<Passage> passages) {
    int index = 0;
    if (article.section() != null) {
      passages.add(new Passage(Part.SECTION, subject(index++), article.section()));
    }
    for (String keyword : article.keywords()) {
      passages.add(new Passage(Part.KEYWORD, subject(index++), keyword));
    }
  }

  private static String subject(int index) {
    return "/subjects/" + index + "/name";
  }

  /**
   * Evidence that cuts this passage.
   *
   * @param start first UTF-16 unit
   * @param end one behind the last UTF-16 unit
   */
  public Evidence evidence(int start, int end) {
    return new Evidence(pointer, start, end, text.substring(start, end));
  }
}

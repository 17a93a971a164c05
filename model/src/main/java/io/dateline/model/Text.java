package io.dateline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of an article.
 *
 * @param headline without site suffix and kicker; may be empty
 * @param kicker the line above the headline
 * @param summary the lede or teaser that the page gives apart from the body
 * @param paragraphs the body in reading order; empty for an item that is only a headline
 */
public record Text(
    String headline,
    @Nullable String kicker,
    @Nullable String summary,
    List<Paragraph> paragraphs) {

  /** Copies the paragraphs; a blank kicker or summary counts as none. */
  public Text {
    headline = CleanText.of(headline).strip();
    kicker = orNull(kicker);
    summary = orNull(summary);
    paragraphs = List.copyOf(paragraphs);
  }

  private static @Nullable String orNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : CleanText.of(value).strip();
  }

  /** A headline and a plain body whose paragraphs are parted by blank lines. */
  public static Text of(String headline, String body) {
    return new Text(headline, null, null, Paragraph.split(body));
  }

  /** The body as plain text, paragraphs joined by one blank line. */
  public String body() {
    StringBuilder body = new StringBuilder();
    for (Paragraph paragraph : paragraphs) {
      body.append(body.isEmpty() ? "" : "\n\n").append(paragraph.text());
    }
    return body.toString();
  }
}

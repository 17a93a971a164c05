package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Words;
import io.dateline.model.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/** The text that JSON-LD carries, for pages whose markup holds little or none of it. */
public final class EmbeddedBody {

  /** Shorter embedded texts are teasers. */
  private static final int MIN_WORDS = 60;

  /** What was found must be shorter than this share of the embedded text to be replaced. */
  private static final double MAX_FOUND_SHARE = 0.4;

  private static final int MAX_CHARS = 500_000;

  private EmbeddedBody() {}

  /**
   * The embedded text as paragraphs, when it is plainly better than what was found.
   *
   * @param articleBody the text in JSON-LD; may hold markup
   * @param foundWords words found in the markup
   * @return empty when what was found is to be kept
   */
  public static List<Paragraph> instead(@Nullable String articleBody, int foundWords) {
    if (articleBody == null || articleBody.length() > MAX_CHARS) {
      return List.of();
    }
    int words = Words.count(articleBody);
    if (!isBetter(words, foundWords)) {
      return List.of();
    }
    List<Paragraph> paragraphs = new ArrayList<>();
    for (String line : plain(articleBody).split("\\n+|\\s{3,}")) {
      String text = line.strip().replaceAll("[ \\t\\u00A0]+", " ");
      if (!text.isEmpty()) {
        paragraphs.add(Paragraph.of(text));
      }
    }
    return paragraphs;
  }

  /** Whether a hidden text is so much longer than what was found that it takes its place. */
  public static boolean isBetter(int words, int foundWords) {
    return words >= MIN_WORDS && foundWords < words * MAX_FOUND_SHARE;
  }

  private static String plain(String text) {
    if (text.indexOf('<') < 0 || text.indexOf('>') < 0) {
      return text;
    }
    String broken = text.replaceAll("(?i)</(?:p|h\\d|li|div)>|<br\\s*/?>", "\n");
    return Jsoup.clean(
            broken,
            "",
            Safelist.none(),
            new org.jsoup.nodes.Document.OutputSettings().prettyPrint(false))
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
  }
}

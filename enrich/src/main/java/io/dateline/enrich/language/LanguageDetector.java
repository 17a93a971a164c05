package io.dateline.enrich.language;

import io.dateline.model.Article;
import io.dateline.model.LanguageTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Detects the language of articles with OpenNLP's model. Thread-safe. */
public final class LanguageDetector {

  /** Most UTF-16 units that are looked at: the detector's cost grows with length. */
  static final int MAX_CHARS = 400;

  private static final String MODEL = "/langdetect-183.bin";
  private static final double LEAST_CONFIDENCE = 0.02;
  private static final Map<String, String> TWO_LETTER = twoLetter();

  private final LanguageDetectorModel model;

  /** Loads the model, which takes about half a second and 35 MB. */
  public LanguageDetector() {
    try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("no OpenNLP model " + MODEL + " on the class path");
      }
      model = new LanguageDetectorModel(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the OpenNLP model " + MODEL, e);
    }
  }

  private static Map<String, String> twoLetter() {
    return Stream.of(Locale.getISOLanguages())
        .collect(Collectors.toMap(c -> Locale.of(c).getISO3Language(), c -> c, (a, b) -> a));
  }

  /** The language of an article's title and body; the page's own word for it is a prior. */
  public LanguageTag detect(Article article) {
    String body = article.text().body();
    String head = body.substring(0, Math.min(MAX_CHARS, body.length()));
    return detect(article.text().headline() + "\n" + head, article.language());
  }

  /**
   * The language of a text.
   *
   * @param hint what is said of it elsewhere; {@link LanguageTag#UNKNOWN} when nothing is
   * @return "und" when the text is too short or too strange to tell and there is no hint
   */
  public LanguageTag detect(String text, LanguageTag hint) {
    String head = text.substring(0, Math.min(MAX_CHARS, text.length())).strip();
    if (head.isEmpty()) {
      return hint;
    }
    Language best = new LanguageDetectorME(model).predictLanguage(head);
    if (best.getConfidence() < LEAST_CONFIDENCE) {
      return hint;
    }
    return new LanguageTag(code(best.getLang()));
  }

  private static String code(String iso3) {
    return switch (iso3) {
      case "cmn" -> "zh";
      case "ekk" -> "et";
      case "lvs" -> "lv";
      case "pes" -> "fa";
      case "arb", "ara" -> "ar";
      default -> TWO_LETTER.getOrDefault(iso3, iso3);
    };
  }
}

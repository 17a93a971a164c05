package io.dateline.enrich.language;

import io.dateline.enrich.match.Tokens;
import io.dateline.enrich.match.WordSet;
import io.dateline.model.Article;
import io.dateline.model.LanguageTag;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Detects the language of articles: by the script where that suffices, else by OpenNLP's n-gram
 * model, words that tell near relatives apart, and the page's own word as a prior. Thread-safe.
 */
public final class LanguageDetector {

  /** Most UTF-16 units that are looked at. */
  static final int MAX_CHARS = 500;

  /** Fewer letters than this tell nothing without a hint. */
  private static final int LEAST_LETTERS = 8;

  /** What one telling word adds to a language's score. */
  private static final double WORD = 0.04;

  /** What the page's own word adds. */
  private static final double HINT = 0.12;

  /** The best must be so much over the next, or a hint decides, or it is unknown. */
  private static final double LEAST_MARGIN = 0.004;

  /** Languages further behind the best than this are not looked at by their words. */
  private static final double NEAR = 0.4;

  private final NgramModel model = NgramModel.load();
  private final @Nullable Candidate[] candidates;

  /**
   * A language of the model.
   *
   * @param tag BCP 47
   * @param script what it is written in
   * @param prior added to its score
   * @param words what tells it from its relatives
   * @param stems beginnings of words that do
   */
  private record Candidate(
      String tag, UnicodeScript script, double prior, WordSet words, List<String> stems) {

    /** How many telling words a text has. */
    int told(Tokens tokens) {
      int seen = 0;
      for (int i = 0; i < tokens.count(); i++) {
        seen += words.contains(tokens, i) || stemmed(tokens, i) ? 1 : 0;
      }
      return seen;
    }

    private boolean stemmed(Tokens tokens, int at) {
      for (int s = 0; s < stems.size(); s++) {
        if (tokens.text().startsWith(stems.get(s), tokens.start(at))) {
          return true;
        }
      }
      return false;
    }
  }

  /** A language with its sum. */
  private record Scored(Candidate candidate, double sum) {}

  /** Loads the model, which takes about half a second and 10 MB. */
  public LanguageDetector() {
    Map<String, String> words = LanguageFiles.words();
    Map<String, LanguageFiles.Row> rows = LanguageFiles.languages();
    List<String> codes = model.languages();
    candidates = new @Nullable Candidate[codes.size()];
    for (int i = 0; i < codes.size(); i++) {
      LanguageFiles.Row row = rows.get(codes.get(i));
      if (row != null) {
        List<String> telling = List.of(words.getOrDefault(row.tag(), "").split(" "));
        WordSet whole =
            WordSet.of(String.join(" ", telling.stream().filter(w -> !w.endsWith("*")).toList()));
        List<String> stems =
            telling.stream()
                .filter(w -> w.endsWith("*"))
                .map(w -> w.substring(0, w.length() - 1))
                .toList();
        candidates[i] = new Candidate(row.tag(), row.script(), row.prior(), whole, stems);
      }
    }
  }

  /** The language of an article's title and body; the page's own word for it is a prior. */
  public LanguageTag detect(Article article) {
    StringBuilder head = new StringBuilder(article.text().headline());
    List<io.dateline.model.Paragraph> paragraphs = article.text().paragraphs();
    for (int i = 0; i < paragraphs.size() && head.length() < MAX_CHARS; i++) {
      String text = paragraphs.get(i).text();
      head.append('\n').append(text, 0, Math.min(MAX_CHARS, text.length()));
    }
    return detect(head.toString(), article.language());
  }

  /**
   * The language of a text.
   *
   * @param hint what is said of it elsewhere; {@link LanguageTag#UNKNOWN} when nothing is
   * @return "und" when the text is too short or too strange to tell and there is no hint; the hint
   *     as it is, region and all, when the text agrees with it
   */
  public LanguageTag detect(String text, LanguageTag hint) {
    String head = Reduce.text(text, MAX_CHARS);
    Map<UnicodeScript, Integer> scripts = Scripts.count(head);
    int letters = scripts.values().stream().mapToInt(n -> n).sum();
    Optional<String> written = Scripts.language(scripts);
    if (written.isPresent()) {
      return settle(written.get(), hint);
    }
    if (letters < LEAST_LETTERS) {
      return hint;
    }
    return byModel(head, Scripts.main(scripts), hint);
  }

  private LanguageTag byModel(String head, UnicodeScript script, LanguageTag hint) {
    double[] scores = model.score(head);
    List<Scored> all = new ArrayList<>();
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      Candidate candidate = candidates[i];
      if (candidate != null && candidate.script() == script) {
        boolean hinted = hint.isKnown() && hint.primary().equals(candidate.tag());
        double sum = scores[i] + candidate.prior() + (hinted ? HINT : 0);
        all.add(new Scored(candidate, sum));
        top = Math.max(top, sum);
      }
    }
    Tokens tokens = Tokens.of(head);
    double least = top - NEAR;
    return best(
        all.stream()
            .filter(s -> s.sum() >= least)
            .map(s -> new Scored(s.candidate(), s.sum() + WORD * s.candidate().told(tokens)))
            .sorted(Comparator.comparingDouble(Scored::sum).reversed())
            .toList(),
        hint);
  }

  private static LanguageTag best(List<Scored> ranked, LanguageTag hint) {
    if (ranked.isEmpty()) {
      return hint;
    }
    String tag = ranked.getFirst().candidate().tag();
    double next =
        ranked.stream()
            .filter(s -> !s.candidate().tag().equals(tag))
            .mapToDouble(Scored::sum)
            .findFirst()
            .orElse(Double.NEGATIVE_INFINITY);
    return ranked.getFirst().sum() - next < LEAST_MARGIN ? hint : settle(tag, hint);
  }

  /** "de-AT" says more than "de" where both agree. */
  private static LanguageTag settle(String tag, LanguageTag hint) {
    return hint.primary().equals(tag) ? hint : new LanguageTag(tag);
  }
}

package io.dateline.enrich;

import io.dateline.enrich.country.Home;
import io.dateline.model.Article;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Enrichment;
import io.dateline.model.LanguageTag;
import io.dateline.model.Passage;
import io.dateline.model.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tagging stages, one function each. The topology and {@code dateline enrich} call the same
 * ones; none of them keeps state or does I/O.
 */
public final class Enricher {

  /** Version of the code that tags; part of every event's id on the enriched channel. */
  public static final String PIPELINE = "0.1.0";

  /** Version of the lexicons and gazetteers. */
  public static final String VOCABULARY = "2026-11";

  /** Most text read for tags, in UTF-16 units over all passages; the rest is kept untagged. */
  public static final int MAX_TEXT_CHARS = 1_048_576;

  private final LanguageStage languages;
  private final CountryStage countries;
  private final TopicStage topics;

  /** Text to language. */
  @FunctionalInterface
  public interface LanguageStage {
    /** The language of the article's text, "und" rather than a guess. */
    LanguageTag detect(Article article);
  }

  /** Text and language to country tags. */
  @FunctionalInterface
  public interface CountryStage {
    /**
     * The countries the passages are about or mention.
     *
     * @param home ISO 3166-1 alpha-2 code of the source's own country, null when not known
     */
    List<Tag> tag(List<Passage> passages, LanguageTag language, @Nullable String home);
  }

  /** Text and language to topic tags. */
  @FunctionalInterface
  public interface TopicStage {
    /** The Media Topics the passages are about, broader ones included. */
    List<Tag> tag(List<Passage> passages, LanguageTag language);
  }

  /** An enricher of these stages. */
  public Enricher(LanguageStage languages, CountryStage countries, TopicStage topics) {
    this.languages = languages;
    this.countries = countries;
    this.topics = topics;
  }

  /** Stage detect-language: cuts what is too long and finds the language. */
  public Draft detectLanguage(Article article) {
    List<Passage> all = Passage.of(article);
    List<Passage> passages = cut(all);
    List<String> notes =
        passages.equals(all)
            ? List.of()
            : List.of("tags were looked for in the first " + MAX_TEXT_CHARS + " characters only");
    return new Draft(article, passages, languages.detect(article).base(), List.of(), notes);
  }

  /** Stage tag-countries. */
  public Draft tagCountries(Draft draft) {
    return draft.with(countries.tag(draft.passages(), draft.language(), Home.of(draft.article())));
  }

  /** Stage tag-topics. */
  public Draft tagTopics(Draft draft) {
    return draft.with(topics.tag(draft.passages(), draft.language()));
  }

  /** The tagged article as the enriched channel has it, not grouped yet. */
  public EnrichedArticle finish(Draft draft) {
    Article article = draft.article();
    return new EnrichedArticle(
        article,
        new Enrichment(
            PIPELINE,
            VOCABULARY,
            draft.language(),
            draft.tags(),
            null,
            null,
            article.removed(),
            draft.notes()));
  }

  /** All tagging stages, one after the other. */
  public EnrichedArticle tag(Article article) {
    return finish(tagTopics(tagCountries(detectLanguage(article))));
  }

  private static List<Passage> cut(List<Passage> passages) {
    List<Passage> kept = new ArrayList<>();
    int room = MAX_TEXT_CHARS;
    for (Passage passage : passages) {
      String text = prefix(passage.text(), room);
      room -= text.length();
      if (!text.isEmpty()) {
        kept.add(new Passage(passage.part(), passage.pointer(), text));
      }
    }
    return kept;
  }

  private static String prefix(String text, int chars) {
    if (text.length() <= chars) {
      return text;
    }
    boolean splits = chars > 0 && Character.isHighSurrogate(text.charAt(chars - 1));
    return text.substring(0, splits ? chars - 1 : chars);
  }
}

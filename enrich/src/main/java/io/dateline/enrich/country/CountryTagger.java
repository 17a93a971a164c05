package io.dateline.enrich.country;

import io.dateline.model.LanguageTag;
import io.dateline.model.Passage;
import io.dateline.model.Tag;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tags the countries of an article. Thread-safe; a language's gazetteer is read when its first
 * article comes and kept.
 */
public final class CountryTagger {

  private final Map<String, Gazetteer> gazetteers = new ConcurrentHashMap<>();

  /** Reads the gazetteers of the main languages. */
  public CountryTagger() {
    gazetteer("de");
    gazetteer("en");
  }

  private Gazetteer gazetteer(String language) {
    return gazetteers.computeIfAbsent(language, Gazetteer::of);
  }

  /**
   * The countries of an article: each code once, either about or mentioned, best score first.
   *
   * @param passages the article's texts in reading order
   * @param language the language detected; of an unknown one the English names are looked for
   * @param homeCountry ISO 3166-1 alpha-2 code of the source's home; null when not known
   */
  public List<Tag> tag(List<Passage> passages, LanguageTag language, @Nullable String homeCountry) {
    return Salience.tags(mentions(passages, language));
  }

  List<Mention> mentions(List<Passage> passages, LanguageTag language) {
    String primary = language.isKnown() ? language.primary() : "en";
    return MentionFinder.find(passages, gazetteer(primary));
  }
}

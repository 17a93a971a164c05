package io.dateline.enrich.country;

import io.dateline.enrich.match.Tokens;
import io.dateline.enrich.match.WordSet;
import io.dateline.model.Evidence;
import io.dateline.model.LanguageTag;
import io.dateline.model.Passage;
import io.dateline.model.Passage.Part;
import io.dateline.model.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tags the countries of an article. Thread-safe; a language's gazetteer is read when its first
 * article comes and kept.
 */
public final class CountryTagger {

  /** So many words of business make a market or company report. */
  private static final int BUSINESS_WORDS = 3;

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
   * The countries of an article: each code once, either about (score 50 to 100) or mentioned (0 to
   * 49, or a country that only the place line names), best score first.
   *
   * @param passages the article's texts in reading order
   * @param language the language detected; of an unknown one the English names are looked for
   * @param homeCountry ISO 3166-1 alpha-2 code of the source's home; null when not known
   */
  public List<Tag> tag(List<Passage> passages, LanguageTag language, @Nullable String homeCountry) {
    Gazetteer gazetteer = gazetteer(language.isKnown() ? language.primary() : "en");
    List<Tokens> cut = passages.stream().map(p -> Tokens.of(p.text())).toList();
    List<Mention> mentions = MentionFinder.find(passages, cut, gazetteer, homeCountry);
    if (mentions.isEmpty()) {
      return home(passages, homeCountry);
    }
    boolean headed = passages.stream().anyMatch(p -> p.part() == Part.HEADLINE);
    boolean business = business(passages, cut, gazetteer.words().business());
    Map<String, List<Mention>> byCode = Signals.byCountry(mentions);
    List<Tag> tags = new ArrayList<>();
    Salience.scores(Signals.of(byCode, headed, business))
        .forEach(
            (code, scored) -> tags.add(tag(code, byCode.getOrDefault(code, List.of()), scored)));
    tags.sort(Comparator.comparingInt(Tag::confidence).reversed().thenComparing(Tag::code));
    return tags;
  }

  private static boolean business(List<Passage> passages, List<Tokens> cut, WordSet words) {
    int seen = 0;
    for (int p = 0; p < cut.size(); p++) {
      Tokens tokens = cut.get(p);
      for (int i = 0; i < tokens.count() && passages.get(p).part() == Part.BODY; i++) {
        seen += words.contains(tokens, i) ? 1 : 0;
        if (seen == BUSINESS_WORDS) {
          return true;
        }
      }
    }
    return false;
  }

  private static Tag tag(String code, List<Mention> said, Salience.Scored scored) {
    int score = scored.score();
    Rule rule =
        scored.signals().datelineOnly()
            ? Rule.DATELINE
            : said.stream().map(Mention::rule).min(Comparator.naturalOrder()).orElseThrow();
    boolean about = Salience.relation(score) == Tag.Relation.ABOUT;
    boolean inferred = rule == Rule.COMPANY || rule == Rule.CUE || (rule == Rule.DATELINE && about);
    List<Evidence> evidence =
        said.stream()
            .limit(Tag.MAX_EVIDENCE)
            .map(m -> m.passage().evidence(m.start(), m.end()))
            .toList();
    return new Tag(
        Tag.Kind.COUNTRY,
        code,
        Countries.name(code),
        Salience.relation(score),
        score,
        rule.id(),
        inferred,
        evidence);
  }

  /** A text that names no country speaks of its source's home. */
  private static List<Tag> home(List<Passage> passages, @Nullable String homeCountry) {
    boolean silent = passages.stream().noneMatch(p -> p.part() == Part.BODY);
    if (homeCountry == null || silent || Countries.known(homeCountry).isEmpty()) {
      return List.of();
    }
    return List.of(
        new Tag(
            Tag.Kind.COUNTRY,
            homeCountry,
            Countries.name(homeCountry),
            Tag.Relation.ABOUT,
            Salience.ABOUT,
            Rule.HOME.id(),
            true,
            List.of()));
  }
}

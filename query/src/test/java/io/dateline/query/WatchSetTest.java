package io.dateline.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Enrichment;
import io.dateline.model.LanguageTag;
import io.dateline.model.Text;
import io.dateline.model.vocabulary.TopicTable;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Watches of several languages; that they agree with search is shown over there. */
class WatchSetTest {
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  private final QueryLanguage language = new QueryLanguage(TopicTable.standard());

  private ArticleQuery query(String text) {
    return ((ParseResult.Parsed) language.parse(text)).query();
  }

  private static EnrichedArticle article(String language, String headline) {
    return new EnrichedArticle(
        Article.builder(new ArticleUri("https://news.example/1"), Text.of(headline, "Text."))
            .build(),
        new Enrichment(
            "0", "0", new LanguageTag(language), List.of(), null, null, List.of(), List.of()));
  }

  @Test
  void queryFindsArticlesOfEveryLanguageInItsOwnForms() {
    try (WatchSet watches = new WatchSet()) {
      watches.put("house", query("haus OR house"));
      watches.put("not", query("NOT haus"));
      assertThat(watches.matching(article("de", "Die Häuser"), NOW)).containsOnly("house");
      assertThat(watches.matching(article("en", "The houses"), NOW)).containsOnly("house", "not");
      assertThat(watches.matching(article("pl", "Haus"), NOW)).containsOnly("house");
      assertThat(watches.matching(article("fr", "La maison"), NOW)).containsOnly("not");
    }
  }

  @Test
  void changedQueryFindsWhatTheNewOneFindsAlone() {
    try (WatchSet watches = new WatchSet()) {
      watches.put("a", query("haus"));
      watches.put("a", query("date:2026-11-22 boot"));
      assertThat(watches.matching(article("de", "Das Haus"), NOW)).isEmpty();
      assertThat(watches.matching(article("de", "Das Boot"), NOW)).containsOnly("a");
      watches.put("a", query("lang:en"));
      assertThat(watches.matching(article("de", "Das Boot"), NOW)).isEmpty();
      assertThat(watches.size()).isOne();
      watches.remove("a");
      assertThat(watches.size()).isZero();
      assertThat(watches.matching(article("en", "The boat"), NOW)).isEmpty();
    }
  }
}

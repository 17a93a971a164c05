package io.dateline.serve.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Article;
import io.dateline.model.Credits;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Tag;
import io.dateline.model.vocabulary.TopicTable;
import io.dateline.query.ArticleQuery;
import io.dateline.query.MatchableArticle;
import io.dateline.query.ParseResult;
import io.dateline.query.QueryLanguage;
import io.dateline.query.WatchSet;
import io.dateline.serve.Samples;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stream or a watch lets through is what search finds: generated queries and articles. */
class AgreementTest {
  private static final long SEED = 20261122;
  private static final int ARTICLES = 300;
  private static final int QUERIES = 1_500;
  private static final Instant PUBLISHED = Instant.parse("2026-12-31T00:00:00Z");
  private static final List<String> WORDS =
      List.of(
          "Friedensgespräche",
          "Straße",
          "Häuser",
          "election",
          "voters",
          "peace",
          "talks",
          "élection",
          "l'eau",
          "elecciones",
          "mañana",
          "東京都",
          "выборы",
          "Minister",
          "the",
          "der",
          "2026",
          "U.S.",
          "e-mail",
          "Łódź",
          "gift",
          "news");
  private static final List<String> LANGUAGES = List.of("de", "en", "fr", "es", "ja", "ru", "und");
  private static final List<String> TOPICS =
      List.of("16000000", "20000073", "11000000", "15000000");
  private static final List<String> COUNTRIES = List.of("SY", "RU", "PT", "DE");

  private final Random random = new Random(SEED);

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private String words(int most) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(most); i >= 0; i--) {
      words.add(any(WORDS));
    }
    return String.join(" ", words);
  }

  private EnrichedArticle article(int number) {
    String language = any(LANGUAGES);
    Article article = Samples.article(number, language, words(5), words(12) + ".\n\n" + words(9));
    article =
        article.toBuilder()
            .credits(new Credits(null, List.of(), List.of(any(List.of("dpa", "AP"))), null))
            .build();
    List<Tag> tags = new ArrayList<>();
    Set<String> topics = new LinkedHashSet<>(List.of(any(TOPICS), any(TOPICS)));
    for (String topic : topics) {
      tags.add(Samples.tag(article, Tag.Kind.TOPIC, topic, topic, Tag.Relation.ABOUT, null));
    }
    Tag.Relation relation = random.nextBoolean() ? Tag.Relation.ABOUT : Tag.Relation.MENTIONS;
    tags.add(Samples.tag(article, Tag.Kind.COUNTRY, any(COUNTRIES), "x", relation, null));
    return Samples.enriched(article, language, tags);
  }

  private String query(int depth) {
    if (depth > 0 && random.nextInt(3) > 0) {
      String left = query(depth - 1);
      String right = query(depth - 1);
      return switch (random.nextInt(4)) {
        case 0 -> "(" + left + " OR " + right + ")";
        case 1 -> left + " AND " + right;
        case 2 -> left + " NOT (" + right + ")";
        default -> "(" + left + ") (" + right + ")";
      };
    }
    String quoted = "\"" + words(3) + "\"";
    return switch (random.nextInt(12)) {
      case 0 -> "topic:" + any(List.of("16000000", "Konflikt", "politics", "20000073"));
      case 1 -> "country:" + any(List.of("SY", "Russland", "portugal", "de"));
      case 2 -> "mentions:" + any(COUNTRIES);
      case 3 -> "lang:" + any(LANGUAGES);
      case 4 -> "date:[2026-11-01 TO 2026-11-" + (10 + random.nextInt(15)) + "]";
      case 5 -> "agency:" + any(List.of("DPA", "ap", "afp"));
      case 6 -> quoted;
      case 7 -> quoted + "~" + random.nextInt(6);
      case 8 -> any(WORDS).substring(0, 2).replaceAll("\\W", "x") + "xx*";
      case 9 -> "title:" + quoted;
      case 10 -> "body:" + any(List.of("Häuser", "voters", "straße", "elecci*", "elections"));
      default -> any(List.of("friedensgespräch", "voter", "haus", "strasse", "talk", "peace"));
    };
  }

  @Test
  void watchStreamAndSearchAgreeOnEveryQueryAndArticle(@TempDir Path folder) throws Exception {
    QueryLanguage language = new QueryLanguage(TopicTable.standard());
    List<MatchableArticle> articles = new ArrayList<>();
    Map<String, ArticleQuery> queries = new HashMap<>();
    Map<UUID, Set<String>> caught = new HashMap<>();
    long hits = 0;
    try (SearchIndex index = SearchIndex.open(folder)) {
      for (int i = 0; i < ARTICLES; i++) {
        EnrichedArticle article = article(i);
        index.put(article, PUBLISHED);
        articles.add(new MatchableArticle(article, PUBLISHED));
      }
      index.refresh();
      assertThat(index.size()).isEqualTo(ARTICLES);
      for (int i = 0; i < QUERIES; i++) {
        String number = Integer.toString(i);
        String text = query(3);
        ParseResult result = language.parse(text);
        assertThat(result).as(text).isInstanceOf(ParseResult.Parsed.class);
        ArticleQuery query = ((ParseResult.Parsed) result).query();
        Set<UUID> searched =
            new LinkedHashSet<>(
                index
                    .search(
                        new SearchRequest(
                            query, false, SearchRequest.Order.NEWEST, null, 0, ARTICLES))
                    .ids());
        Set<UUID> streamed = new LinkedHashSet<>();
        for (MatchableArticle article : articles) {
          if (article.matches(query)) {
            streamed.add(article.article().article().uri().id());
          }
        }
        assertThat(searched).as("seed " + SEED + ", query " + text).isEqualTo(streamed);
        hits += searched.size();
        queries.put(number, query);
        streamed.forEach(id -> caught.computeIfAbsent(id, a -> new LinkedHashSet<>()).add(number));
      }
    }
    assertThat(hits).isGreaterThan(QUERIES);
    try (WatchSet watches = new WatchSet()) {
      queries.forEach(watches::put);
      assertThat(watches.size()).isEqualTo(QUERIES);
      for (MatchableArticle article : articles) {
        Set<String> watched = watches.matching(article.article(), PUBLISHED);
        UUID id = article.article().article().uri().id();
        assertThat(watched)
            .as("seed " + SEED + ", article " + id)
            .containsExactlyInAnyOrderElementsOf(caught.getOrDefault(id, Set.of()));
      }
    }
  }
}

package io.dateline.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Credits;
import io.dateline.model.Dateline;
import io.dateline.model.Dates;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Enrichment;
import io.dateline.model.LanguageTag;
import io.dateline.model.Provenance;
import io.dateline.model.SourceId;
import io.dateline.model.StoryRef;
import io.dateline.model.Tag;
import io.dateline.model.Text;
import io.dateline.model.vocabulary.TopicTable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryLanguageTest {
  private static final QueryLanguage LANGUAGE = new QueryLanguage(TopicTable.standard());
  private static final Instant PUBLISHED = Instant.parse("2026-11-20T12:00:00Z");

  private static Tag tag(Tag.Kind kind, String code, Tag.Relation relation) {
    return new Tag(kind, code, code, relation, 80, "lexicon", true, List.of());
  }

  private static EnrichedArticle german() {
    OffsetDateTime at = OffsetDateTime.parse("2026-11-20T09:30:00+01:00");
    Article article =
        Article.builder(
                new ArticleUri("https://news.example/1"),
                Text.of(
                    "Friedensgespräche über Straßen und Häuser",
                    "Die Unterhändler trafen sich.\n\nDer zweite Absatz."))
            .dates(new Dates(at, at))
            .dateline(new Dateline("MOSKAU -", List.of("Moskau"), null, null, null))
            .credits(new Credits(null, List.of(), List.of("dpa"), null))
            .provenance(new Provenance(new SourceId("example"), null, null, null, null, null))
            .build();
    return enriched(
        article,
        "de",
        List.of(
            tag(Tag.Kind.TOPIC, "20000073", Tag.Relation.ABOUT),
            tag(Tag.Kind.TOPIC, "16000000", Tag.Relation.BROADER),
            tag(Tag.Kind.COUNTRY, "SY", Tag.Relation.ABOUT),
            tag(Tag.Kind.COUNTRY, "TR", Tag.Relation.MENTIONS)));
  }

  private static EnrichedArticle enriched(Article article, String language, List<Tag> tags) {
    return new EnrichedArticle(
        article,
        new Enrichment(
            "0.1.0",
            "1",
            new LanguageTag(language),
            tags,
            null,
            new StoryRef("S-1", 100, List.of()),
            List.of(),
            List.of()));
  }

  private static EnrichedArticle plain(String language, String headline, String body) {
    ArticleUri uri = new ArticleUri("https://news.example/2");
    return enriched(Article.builder(uri, Text.of(headline, body)).build(), language, List.of());
  }

  private static boolean matches(String query, EnrichedArticle article) {
    return switch (LANGUAGE.parse(query)) {
      case ParseResult.Parsed parsed ->
          new MatchableArticle(article, PUBLISHED).matches(parsed.query());
      case ParseResult.Failed failed -> throw new AssertionError(query + " " + failed.message());
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Friedensgespräch",
        "FRIEDENSGESPRAECHE",
        "strassen",
        "Haus",
        "title:häuser",
        "body:unterhändler",
        "friedens*",
        "Friedensgespräche*",
        "\"trafen sich\"",
        "\"die trafen\"~2",
        "\"sich der\"~5",
        "friedensgespräche AND unterhändler",
        "friedensgespräche unterhändler",
        "nirgends OR unterhändler",
        "unterhändler NOT london",
        "unterhändler -london",
        "NOT london",
        "(nirgends OR unterhändler) topic:16000000",
        "topic:medtop:16000000",
        "topic:20000073",
        "topic:Konflikt",
        "country:SY",
        "country:syrien",
        "country:Syria",
        "mentions:TR",
        "mentions:sy",
        "lang:de",
        "source:example",
        "source:exa*",
        "located:moskau",
        "agency:DPA",
        "story:S-1",
        "date:2026-11-20",
        "date:[2026-11-01 TO 2026-11-30]",
        "date:[* TO 2026-11-20]",
        "date:[2026-11-20T08:30:00Z TO 2026-11-20T08:30:00Z]",
        "title:(friedensgespräche AND (straßen OR brücken))"
      })
  void queryFindsTheGermanReport(String query) {
    assertThat(matches(query, german())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title:unterhändler",
        "body:friedensgespräche",
        "\"sich trafen\"",
        "country:TR",
        "country:DE",
        "topic:15000000",
        "lang:en",
        "NOT friedensgespräche",
        "friedensgespräche AND nirgends",
        "date:2026-11-21",
        "date:[2026-11-21 TO *]",
        "story:s-1",
        "agency:reuters"
      })
  void queryDoesNotFindTheGermanReport(String query) {
    assertThat(matches(query, german())).isFalse();
  }

  @Test
  void everyLanguageIsFoundByItsOwnForms() {
    assertThat(matches("election", plain("en", "Two elections", "x"))).isTrue();
    assertThat(matches("new", plain("en", "The news", "x"))).isFalse();
    assertThat(matches("élection", plain("fr", "L'élection présidentielle", "x"))).isTrue();
    assertThat(matches("eleccion", plain("es", "Las elecciones", "x"))).isTrue();
    assertThat(matches("東京都", plain("ja", "東京都の選挙", "本文"))).isTrue();
    assertThat(matches("大阪", plain("ja", "東京都の選挙", "本文"))).isFalse();
    assertThat(matches("ВЫБОРЫ", plain("ru", "Выборы в городе", "текст"))).isTrue();
    assertThat(matches("Łódź", plain("pl", "Spotkanie w Łodzi i Łódź", "x"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| 0",
        "a AND | 5",
        "AND a | 0",
        "(a OR b | 7",
        "a) | 1",
        "\"open | 0",
        "person:x | 0",
        "title: x | 7",
        "x topic:nonsense | 8",
        "country:Atlantis | 8",
        "date:yesterday | 5",
        "date:[2026-01-01 2026-02-01] | 17",
        "a*b | 1",
        "* | 0",
        "a* | 0",
        "title:(body:x) | 7",
        "[a TO b] | 0",
        "\"a b\"~x | 6",
        "... | 0"
      })
  void wrongQueryIsToldWhereAndWhatWasExpected(String query, int position) {
    ParseResult result = LANGUAGE.parse(query == null ? "" : query);
    assertThat(result).isInstanceOf(ParseResult.Failed.class);
    ParseResult.Failed failed = (ParseResult.Failed) result;
    assertThat(failed.position()).as(failed.message()).isEqualTo(position);
    assertThat(failed.expected()).isNotBlank();
  }

  @Test
  void queriesBeyondTheLimitsAreRefusedNotRun() {
    for (String query :
        List.of(
            "(".repeat(10_000),
            "NOT ".repeat(900) + "a",
            "a ".repeat(1_999),
            "x".repeat(QueryParser.MAX_CHARS + 1))) {
      assertThat(LANGUAGE.parse(query)).isInstanceOf(ParseResult.Failed.class);
    }
  }
}

package io.dateline.serve;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.CopyGroup;
import io.dateline.model.Dateline;
import io.dateline.model.Dates;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Enrichment;
import io.dateline.model.Evidence;
import io.dateline.model.LanguageTag;
import io.dateline.model.Passage;
import io.dateline.model.Provenance;
import io.dateline.model.Removal;
import io.dateline.model.SourceId;
import io.dateline.model.StoryRef;
import io.dateline.model.Tag;
import io.dateline.model.Text;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Enriched articles written for these tests. */
public final class Samples {

  /** When the first sample was published. */
  public static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

  private Samples() {}

  /** A German report on peace talks. */
  public static EnrichedArticle talks() {
    Article article =
        article(
            1,
            "de",
            "Friedensgespräche in Astana beginnen",
            "Der russische Präsident empfing die Unterhändler.\n\n"
                + "Syrien und die Türkei schickten Vertreter. In Syrien schweigen die Waffen seit"
                + " drei Tagen.");
    article =
        article.toBuilder()
            .dateline(new Dateline("MOSKAU -", List.of("Moskau"), null, null, null))
            .build();
    return enriched(
        article,
        "de",
        List.of(
            tag(article, Tag.Kind.TOPIC, "16000000", "conflict", Tag.Relation.BROADER, "Waffen"),
            tag(
                article,
                Tag.Kind.TOPIC,
                "20000073",
                "peace talks",
                Tag.Relation.ABOUT,
                "Friedensgespräche"),
            tag(article, Tag.Kind.COUNTRY, "SY", "Syria", Tag.Relation.ABOUT, "Syrien"),
            tag(article, Tag.Kind.COUNTRY, "RU", "Russia", Tag.Relation.ABOUT, "russische"),
            tag(article, Tag.Kind.COUNTRY, "TR", "Turkey", Tag.Relation.MENTIONS, "Türkei")));
  }

  /** An English report on an election. */
  public static EnrichedArticle election() {
    Article article =
        article(
            2,
            "en",
            "Voters in Portugal choose a parliament",
            "Polling stations opened at eight. Turnout in Portugal was higher than four years ago.");
    return enriched(
        article,
        "en",
        List.of(
            tag(article, Tag.Kind.TOPIC, "11000000", "politics", Tag.Relation.ABOUT, "parliament"),
            tag(article, Tag.Kind.COUNTRY, "PT", "Portugal", Tag.Relation.ABOUT, "Portugal")));
  }

  /** An article of the outlet "example", an hour apart from its neighbours. */
  public static Article article(int number, String language, String headline, String body) {
    OffsetDateTime at = START.plusSeconds(3_600L * number).atOffset(ZoneOffset.UTC);
    return Article.builder(
            new ArticleUri("https://news.example/article/" + number), Text.of(headline, body))
        .language(new LanguageTag(language))
        .dates(new Dates(at, at))
        .provenance(new Provenance(new SourceId("example"), null, null, null, null, at.toInstant()))
        .build();
  }

  /** An article with its tags; removed parts, copy group and story are set. */
  public static EnrichedArticle enriched(Article article, String language, List<Tag> tags) {
    String uri = article.uri().value();
    Enrichment enrichment =
        new Enrichment(
            "0.1.0",
            "1",
            new LanguageTag(language),
            tags,
            new CopyGroup(uri, CopyGroup.Role.FIRST, 100),
            new StoryRef("story-" + uri.substring(uri.lastIndexOf('/') + 1), 100, List.of()),
            List.of(new Removal(Removal.Kind.CREDIT, "(Foto: Example)")),
            List.of());
    return new EnrichedArticle(article, enrichment);
  }

  /** A tag whose evidence is every place where the words stand in headline and body. */
  public static Tag tag(
      Article article,
      Tag.Kind kind,
      String code,
      String name,
      Tag.Relation relation,
      @Nullable String words) {
    List<Evidence> evidence = new ArrayList<>();
    for (Passage passage : Passage.of(article)) {
      int at = words == null ? -1 : passage.text().indexOf(words);
      while (words != null && at >= 0) {
        evidence.add(passage.evidence(at, at + words.length()));
        at = passage.text().indexOf(words, at + words.length());
      }
    }
    return new Tag(kind, code, name, relation, 80, "lexicon", evidence.isEmpty(), evidence);
  }
}

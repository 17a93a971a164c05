package io.dateline.sink;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.CopyGroup;
import io.dateline.model.Credits;
import io.dateline.model.Dates;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Enrichment;
import io.dateline.model.Evidence;
import io.dateline.model.LanguageTag;
import io.dateline.model.Provenance;
import io.dateline.model.SourceId;
import io.dateline.model.Tag;
import io.dateline.model.Text;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Enriched articles for tests. */
public final class Samples {

  private Samples() {}

  /** The uri of an article. */
  public static String uri(String path) {
    return "https://news.example/" + path;
  }

  /** A version about Syria and peace talks. */
  public static EnrichedArticle article(String path, int version) {
    return article(path, version, "0.1.0");
  }

  /** The same by another enricher. */
  public static EnrichedArticle article(String path, int version, String pipeline) {
    OffsetDateTime published = OffsetDateTime.parse("2026-11-20T10:00:00+01:00");
    Article article =
        Article.builder(
                new ArticleUri(uri(path)),
                Text.of("Headline " + version + " of " + path, "Syria begins peace talks."))
            .version(version)
            .language(new LanguageTag("en-GB"))
            .dates(new Dates(published, published.plusHours(version)))
            .credits(new Credits(null, List.of("Ada Example", "Bo Example"), List.of("dpa"), null))
            .provenance(
                Provenance.UNKNOWN.foundBy(
                    new SourceId("example"), Instant.parse("2026-11-20T09:30:00Z")))
            .build();
    Evidence syria = new Evidence("/bodies/0/value", 0, 5, "Syria");
    Evidence talks = new Evidence("/bodies/0/value", 13, 24, "peace talks");
    List<Tag> tags =
        List.of(
            tag(Tag.Kind.COUNTRY, "SY", Tag.Relation.ABOUT, syria),
            tag(Tag.Kind.TOPIC, "20000068", Tag.Relation.ABOUT, talks),
            tag(Tag.Kind.TOPIC, "16000000", Tag.Relation.BROADER, talks));
    return new EnrichedArticle(
        article,
        new Enrichment(
            pipeline,
            "v",
            new LanguageTag("en"),
            tags,
            new CopyGroup(uri(path), CopyGroup.Role.FIRST, 100),
            null,
            List.of(),
            List.of()));
  }

  private static Tag tag(Tag.Kind kind, String code, Tag.Relation relation, Evidence evidence) {
    return new Tag(kind, code, "name of " + code, relation, 80, "name", false, List.of(evidence));
  }
}

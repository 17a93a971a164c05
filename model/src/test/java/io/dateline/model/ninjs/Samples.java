package io.dateline.model.ninjs;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.CopyGroup;
import io.dateline.model.Credits;
import io.dateline.model.Dateline;
import io.dateline.model.Dates;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Enrichment;
import io.dateline.model.Evidence;
import io.dateline.model.Image;
import io.dateline.model.LanguageTag;
import io.dateline.model.Paragraph;
import io.dateline.model.Passage;
import io.dateline.model.Provenance;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Removal;
import io.dateline.model.Rights;
import io.dateline.model.SourceId;
import io.dateline.model.Stage;
import io.dateline.model.StoryLinks;
import io.dateline.model.StoryRef;
import io.dateline.model.Tag;
import io.dateline.model.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** One article that uses every field, and one that uses none. */
final class Samples {

  private Samples() {}

  static Article full() {
    return Article.builder(new ArticleUri("https://kurier.example/ausland/hafen-1"), text())
        .version(3)
        .language(new LanguageTag("de-AT"))
        .dates(new Dates(date("2026-11-01T07:30:00+01:00"), date("2026-11-01T09:05:12+01:00")))
        .credits(new Credits("Von Ada Beispiel", List.of("Ada Beispiel"), List.of("dpa"), "Kurier"))
        .dateline(
            new Dateline("TRIEST, Italien (dpa) - ", List.of("Triest"), "Italien", "dpa", "1. 11."))
        .images(List.of(image()))
        .keywords(List.of("Hafen", "Schifffahrt"))
        .section("Ausland")
        .provenance(provenance())
        .rights(rights())
        .edNote("Korrektur: Der Hafen hat sieben Molen.")
        .removed(
            List.of(
                new Removal(Removal.Kind.DATELINE, "TRIEST, Italien (dpa) - "),
                new Removal(Removal.Kind.BOILERPLATE, "Jetzt Newsletter bestellen")))
        .build();
  }

  static Article bare() {
    return Article.builder(new ArticleUri("https://kurier.example/leer"), Text.of("", "")).build();
  }

  static EnrichedArticle enriched() {
    Article article = full();
    Passage body =
        Passage.of(article).stream()
            .filter(p -> p.part() == Passage.Part.BODY)
            .findFirst()
            .orElseThrow();
    int start = body.text().indexOf("italienische");
    Evidence evidence = body.evidence(start, start + "italienische".length());
    List<Tag> tags =
        List.of(
            tag(Tag.Kind.COUNTRY, "IT", "Italy", Tag.Relation.ABOUT, evidence),
            tag(Tag.Kind.COUNTRY, "AT", "Austria", Tag.Relation.MENTIONS, evidence),
            tag(Tag.Kind.TOPIC, "20000337", "water transport", Tag.Relation.ABOUT, evidence),
            tag(Tag.Kind.TOPIC, "04000000", "economy", Tag.Relation.BROADER, evidence));
    StoryRef story =
        new StoryRef("story-1", 80, List.of(new StoryRef.Related("story-9", "related", 61)));
    return new EnrichedArticle(
        article,
        new Enrichment(
            "0.1.0",
            "2026-11",
            new LanguageTag("de"),
            tags,
            new CopyGroup(article.uri().value(), CopyGroup.Role.FIRST, 100),
            story,
            article.removed(),
            List.of("a note")));
  }

  static Rejection rejection() {
    return new Rejection(
        Stage.EXTRACT,
        Reason.NO_BODY,
        "no running text in https://kurier.example/x",
        "https://kurier.example/x",
        "dateline.articles.v1-2@17",
        new SourceId("kurier"),
        "<html>".getBytes(StandardCharsets.UTF_8),
        Instant.parse("2026-11-01T08:00:00Z"));
  }

  static StoryLinks storyLinks() {
    return new StoryLinks(
        "4fa073f91f836c1b",
        List.of(new StoryRef.Related("b14fb0433fc70821", StoryRef.Related.RELATED, 61)));
  }

  private static Tag tag(
      Tag.Kind kind, String code, String name, Tag.Relation relation, Evidence evidence) {
    return new Tag(kind, code, name, relation, 90, "demonym", false, List.of(evidence));
  }

  private static Text text() {
    return new Text(
        "Neue Mole für den Hafen von Triest 🚢",
        "Adria",
        "Der Hafen wächst & wächst.",
        List.of(
            new Paragraph(Paragraph.Kind.LEDE, "Der Hafen wächst <weiter>."),
            new Paragraph(Paragraph.Kind.SUBHEAD, "Was geplant ist"),
            new Paragraph(Paragraph.Kind.PARAGRAPH, "Die italienische Regierung\nzahlt \"alles\"."),
            new Paragraph(Paragraph.Kind.LIST_ITEM, "eine Mole"),
            new Paragraph(Paragraph.Kind.LIST_ITEM, "zwei Kräne"),
            new Paragraph(Paragraph.Kind.QUOTE, "Das ist gut für alle 👩‍🚀.")));
  }

  private static Image image() {
    return new Image(
        "https://kurier.example/bild.jpg", "Der Hafen", "Foto: J. Muster/AP", List.of("AP"));
  }

  private static Provenance provenance() {
    return new Provenance(
        new SourceId("kurier"),
        "https://kurier.example/ausland/hafen-1?utm_source=x",
        "https://kurier.example/ausland/hafen-1",
        "https://kurier.example/amp/hafen-1",
        "abc123",
        Instant.parse("2026-11-01T08:06:00Z"));
  }

  private static Rights rights() {
    return new Rights(
        "© Kurier",
        "https://kurier.example/agb",
        List.of("robots: noai", "tdm-reservation: 1"),
        Rights.Access.TEASER,
        "a subscription notice follows the third paragraph");
  }

  private static OffsetDateTime date(String text) {
    return OffsetDateTime.parse(text);
  }
}

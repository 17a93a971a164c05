package io.dateline.ingest.run;

import io.dateline.ingest.extract.ArticleExtractor;
import io.dateline.ingest.extract.ContentHash;
import io.dateline.ingest.extract.ExtractResult;
import io.dateline.ingest.extract.Hints;
import io.dateline.ingest.source.Source;
import io.dateline.model.Article;
import io.dateline.model.Credits;
import io.dateline.model.Image;
import io.dateline.model.Paragraph;
import io.dateline.model.Provenance;
import io.dateline.model.PubStatus;
import io.dateline.model.Rights;
import io.dateline.model.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the article of a wire's item: what the item states wins over what its text shows. Pure. */
final class WireArticle {

  private WireArticle() {}

  static Article of(Article stated, Source source, ArticleExtractor extractor, Instant now) {
    Article article = stated.text().paragraphs().isEmpty() ? stated : read(stated, extractor);
    Rights rights = article.rights();
    String hash = ContentHash.of(article.text());
    return article.toBuilder()
        .language(article.language().isKnown() ? article.language() : source.language())
        .provenance(new Provenance(source.id(), null, null, null, hash, now))
        .rights(
            new Rights(
                rights.notice(),
                rights.usageTerms() == null ? source.rights() : rights.usageTerms(),
                rights.optOuts(),
                rights.access(),
                rights.accessReason()))
        .build();
  }

  /** Dateline, agency, captions and sign-off come out of the text as out of any other. */
  private static Article read(Article stated, ArticleExtractor extractor) {
    Hints hints =
        new Hints(
            stated.language().isKnown() ? stated.language().value() : null,
            stated.text().headline(),
            stated.dates().latest(),
            stated.text().summary(),
            null,
            null);
    return switch (extractor.extractText(stated.text().body(), stated.uri().value(), hints)) {
      case ExtractResult.Dropped _ -> stated; // too short to be parted: it stays as delivered
      case ExtractResult.Extracted found -> merged(stated, found.article());
    };
  }

  private static Article merged(Article stated, Article found) {
    Text text =
        new Text(
            stated.text().headline(),
            stated.text().kicker(),
            stated.text().summary(),
            kinds(stated.text().paragraphs(), found.text().paragraphs()));
    List<Image> images = new ArrayList<>(stated.images());
    images.addAll(found.images());
    Set<String> agencies = new LinkedHashSet<>(found.credits().agencies());
    agencies.addAll(stated.credits().agencies());
    Credits by = stated.credits();
    return stated.toBuilder()
        .text(text)
        .credits(new Credits(by.byline(), by.authors(), List.copyOf(agencies), by.publisher()))
        .dateline(found.dateline() == null ? stated.dateline() : found.dateline())
        .images(images)
        .edNote(stated.edNote() == null ? found.edNote() : stated.edNote())
        .removed(found.removed())
        .build();
  }

  /** Plain text knows no headings and lists: those the wire marked up stay what they were. */
  private static List<Paragraph> kinds(List<Paragraph> before, List<Paragraph> after) {
    Map<String, Paragraph.Kind> kinds = new HashMap<>();
    before.forEach(p -> kinds.put(p.text(), p.kind()));
    return after.stream()
        .map(p -> new Paragraph(kinds.getOrDefault(p.text(), p.kind()), p.text()))
        .toList();
  }

  /** Whether it may be published: a withheld item may not, and one without words is none. */
  static boolean isPublishable(Article article) {
    boolean words = !article.text().paragraphs().isEmpty() || !article.text().headline().isEmpty();
    return article.status() == PubStatus.CANCELED
        || (article.status() == PubStatus.USABLE && words);
  }
}

package io.dateline.enrich.streaming;

import io.dateline.enrich.Enricher;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.LanguageTag;
import io.dateline.model.Passage;
import io.dateline.model.Tag;
import io.dateline.model.Text;
import java.util.List;

/** Articles and stages for tests. */
final class Samples {

  private Samples() {}

  static Article article(String path, String body) {
    return Article.builder(
            new ArticleUri("https://news.example/" + path), Text.of("Headline of " + path, body))
        .language(new LanguageTag("en"))
        .build();
  }

  /** Stages that read two words each; "boom" makes the topic stage throw. */
  static Enricher enricher() {
    return new Enricher(
        article -> article.language(),
        (passages, language, home) -> tags(passages, "Syria", Tag.Kind.COUNTRY, "SY"),
        (passages, language) -> {
          if (!tags(passages, "boom", Tag.Kind.TOPIC, "x").isEmpty()) {
            throw new IllegalStateException("planted");
          }
          return tags(passages, "peace talks", Tag.Kind.TOPIC, "20000068");
        });
  }

  private static List<Tag> tags(List<Passage> passages, String word, Tag.Kind kind, String code) {
    return passages.stream()
        .filter(p -> p.text().contains(word))
        .limit(1)
        .map(p -> {
          int start = p.text().indexOf(word);
          var evidence = List.of(p.evidence(start, start + word.length()));
          return new Tag(kind, code, word, Tag.Relation.ABOUT, 90, "name", false, evidence);
        })
        .toList();
  }
}

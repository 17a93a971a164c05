package io.dateline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.enrich.Enrichers;
import io.dateline.ingest.extract.ArticleExtractor;
import io.dateline.ingest.extract.ExtractResult;
import io.dateline.ingest.extract.PageBytes;
import io.dateline.model.Article;
import io.dateline.model.Enrichment;
import io.dateline.model.Tag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final Map<String, Outlet> OUTLETS =
      Samples.outlets().stream().collect(Collectors.toMap(Outlet::id, Function.identity()));

  private static ExtractResult extract(Sample sample) {
    Outlet outlet = Objects.requireNonNull(OUTLETS.get(sample.outlet()));
    String base = "http://" + outlet.host() + ":8089";
    byte[] page = new Pages(outlet, base).write(sample).getBytes(StandardCharsets.UTF_8);
    return new ArticleExtractor().extract(PageBytes.of(page, base + sample.path()));
  }

  @Test
  void theIndexListsEveryArticle() throws Exception {
    Path folder =
        Path.of(System.getProperty("dateline.root"), "app/src/main/resources/io/dateline/app/demo");
    try (var files = Files.list(folder.resolve("articles"))) {
      assertThat(Files.readAllLines(folder.resolve("articles.index")))
          .containsExactlyInAnyOrderElementsOf(
              files.map(file -> file.getFileName().toString()).toList());
    }
  }

  @Test
  void thereAreFortyArticlesInTwoLanguagesAndEveryStyle() {
    List<Sample> samples = Samples.all();
    assertThat(samples.stream().map(s -> s.outlet() + s.path()).distinct().count())
        .isGreaterThanOrEqualTo(42);
    assertThat(samples.stream().map(Sample::style).distinct())
        .containsExactlyInAnyOrder(Sample.Style.values());
    assertThat(OUTLETS.values().stream().map(Outlet::language).distinct())
        .containsExactlyInAnyOrder("de", "en");
    assertThat(samples).anyMatch(s -> s.field("updates") != null);
  }

  @Test
  void everyPageButTheEmptyOneGivesItsArticle() {
    for (Sample sample : Samples.all()) {
      switch (extract(sample)) {
        case ExtractResult.Extracted extracted -> {
          assertThat(sample.style()).isNotEqualTo(Sample.Style.EMPTY);
          assertThat(extracted.article().text().headline()).isEqualTo(sample.required("title"));
          String first = Markup.words(sample.body().getFirst());
          assertThat(extracted.article().text().body())
              .contains(first.substring(0, Math.min(30, first.length())));
        }
        case ExtractResult.Dropped dropped ->
            assertThat(sample.style()).as(sample.slug()).isEqualTo(Sample.Style.EMPTY);
      }
    }
  }

  @Test
  void theNaivePageIsTakenApart() {
    Sample naive =
        Samples.all().stream()
            .filter(s -> s.style() == Sample.Style.NAIVE)
            .findFirst()
            .orElseThrow();
    assertThat(extract(naive)).isInstanceOf(ExtractResult.Extracted.class);
    if (extract(naive) instanceof ExtractResult.Extracted extracted) {
      Article article = extracted.article();
      assertThat(article.text().body()).startsWith("Die Schlacht um Aleppo ist vorbei.");
      assertThat(article.dateline()).isNotNull();
      assertThat(article.text().body()).doesNotContain("(Foto: AP)", "MoskauDie");
    }
  }

  @Test
  void theArticleThatStartedItIsAboutRussiaAndSyria() {
    Sample naive =
        Samples.all().stream()
            .filter(s -> s.slug().equals("putin-bietet-konferenz-an"))
            .findFirst()
            .orElseThrow();
    assertThat(extract(naive)).isInstanceOf(ExtractResult.Extracted.class);
    if (extract(naive) instanceof ExtractResult.Extracted extracted) {
      Enrichment found = Enrichers.standard().tag(extracted.article()).enrichment();
      assertThat(found.language().primary()).isEqualTo("de");
      assertThat(found.codes(Tag.Kind.COUNTRY, Tag.Relation.ABOUT))
          .containsExactlyInAnyOrder("RU", "SY");
      assertThat(found.codes(Tag.Kind.COUNTRY, Tag.Relation.MENTIONS))
          .containsExactlyInAnyOrder("KZ", "TR", "IR", "US");
      assertThat(found.tags())
          .extracting(Tag::name)
          .contains("armed conflict", "peace talks", "diplomacy");
      assertThat(found.tags()).allSatisfy(tag -> assertThat(tag.evidence()).isNotEmpty());
    }
  }

  @Test
  void aFileWithoutASlugIsNamed() {
    assertThatThrownBy(() -> Samples.parse("x.txt", "outlet: a\n---\ntext"))
        .hasMessageContaining("x.txt")
        .hasMessageContaining("slug");
  }
}

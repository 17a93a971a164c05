package io.dateline.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.fetch.Validators;
import io.dateline.ingest.source.Source;
import io.dateline.ingest.source.SourceJson;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.LanguageTag;
import io.dateline.model.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoundTest {
  private static final Source VIENNA =
      SourceJson.read(
          """
          {"id": "donaublatt", "name": "Donaublatt", "country": "AT", "language": "de",
           "feeds": ["https://donaublatt.example/rss"]}
          """
              .getBytes(StandardCharsets.UTF_8));

  private static String language(String said) {
    String url = "https://donaublatt.example/1";
    Article extracted =
        Article.builder(new ArticleUri(url), Text.of("Titel", "Text"))
            .language(new LanguageTag(said))
            .build();
    FetchResult.Fetched fetched =
        new FetchResult.Fetched(
            url, List.of(), null, null, new byte[0], Validators.NONE, List.of(), List.of());
    return Found.article(extracted, VIENNA, fetched, Instant.EPOCH).language().value();
  }

  @Test
  void theHomeOfTheSourceIsTheRegionOfItsLanguage() {
    assertThat(language("de")).isEqualTo("de-AT");
    assertThat(language("und")).isEqualTo("de-AT");
  }

  @Test
  void anotherLanguageOrRegionThatThePageNamesStays() {
    assertThat(language("de-DE")).isEqualTo("de-DE");
    assertThat(language("en")).isEqualTo("en");
  }
}

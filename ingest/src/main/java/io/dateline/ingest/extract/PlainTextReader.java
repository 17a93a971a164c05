package io.dateline.ingest.extract;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Dates;
import io.dateline.model.LanguageTag;
import io.dateline.model.Paragraph;
import io.dateline.model.Provenance;
import io.dateline.model.Text;
import java.util.List;

/** Makes an article of plain text. */
final class PlainTextReader {

  ExtractResult read(String raw, String url, Hints hints) {
    List<Paragraph> paragraphs = Paragraph.split(raw.strip());
    String title = hints.title() == null ? "" : hints.title();
    Text text = new Text(title, null, hints.summary(), paragraphs);
    Article article =
        Article.builder(new ArticleUri(PageAddress.safe(url)), text)
            .language(
                hints.language() == null ? LanguageTag.UNKNOWN : new LanguageTag(hints.language()))
            .dates(new Dates(hints.date(), null))
            .provenance(new Provenance(hints.source(), url, null, null, ContentHash.of(text), null))
            .build();
    return new ExtractResult.Extracted(article);
  }
}

package io.dateline.bench;

import com.chimbori.crux.articles.ArticleExtractor;
import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.document.TextDocument;
import de.l3s.boilerpipe.sax.BoilerpipeSAXInput;
import io.dateline.ingest.extract.ExtractResult;
import io.dateline.ingest.extract.PageBytes;
import io.dateline.ingest.extract.PageDecoder;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The extractors on the JVM. All are given the page as Dateline decodes it, so that none loses by
 * the encoding, and the HTML that some of them return is read by Jsoup, so that none loses by words
 * glued together.
 */
enum Peer {
  DATELINE("Dateline") {
    @Override
    ExtractScores.Found read(byte[] page, String url) {
      return switch (OURS.extract(PageBytes.of(page, url))) {
        case ExtractResult.Extracted extracted -> ExtractGate.found(extracted.article());
        case ExtractResult.Dropped _ -> ExtractScores.Found.NOTHING;
      };
    }
  },
  READABILITY4J("Readability4J 1.0.8") {
    @Override
    ExtractScores.Found read(byte[] page, String url) {
      Article article = new Readability4J(url, text(page, url)).parse();
      String content = article.getContent();
      return found(article.getTitle(), content == null ? "" : Jsoup.parse(content).text());
    }
  },
  BOILERPIPE("boilerpipe 1.2.2") {
    @Override
    ExtractScores.Found read(byte[] page, String url) {
      try {
        InputSource source = new InputSource(new StringReader(text(page, url)));
        TextDocument document = new BoilerpipeSAXInput(source).getTextDocument();
        de.l3s.boilerpipe.extractors.ArticleExtractor.INSTANCE.process(document);
        return found(document.getTitle(), document.getContent());
      } catch (BoilerpipeProcessingException | SAXException e) {
        throw new IllegalStateException("boilerpipe failed on " + url, e);
      }
    }
  },
  CRUX("Crux 2.1.0") {
    @Override
    ExtractScores.Found read(byte[] page, String url) {
      var article =
          ArticleExtractor.with(url, text(page, url)).extractMetadata().extractContent().article();
      return found(article.title, article.document == null ? "" : article.document.text());
    }
  };

  static final io.dateline.ingest.extract.ArticleExtractor OURS =
      new io.dateline.ingest.extract.ArticleExtractor();
  private static final PageDecoder DECODER = new PageDecoder();

  private final String title;

  Peer(String title) {
    this.title = title;
  }

  /** Name and version. */
  String title() {
    return title;
  }

  /** What it finds on a page; an exception of its own ends as nothing found, and is counted. */
  abstract ExtractScores.Found read(byte[] page, String url);

  private static String text(byte[] page, String url) {
    return DECODER.decode(PageBytes.of(page, url)).text();
  }

  private static ExtractScores.Found found(@Nullable String title, @Nullable String body) {
    return new ExtractScores.Found(
        Objects.requireNonNullElse(title, ""),
        Objects.requireNonNullElse(body, ""),
        List.of(),
        null,
        List.of());
  }
}

package io.dateline.ingest.extract;

import io.dateline.ingest.extract.body.Agencies;
import io.dateline.ingest.extract.body.CreditReader;
import io.dateline.ingest.extract.body.TextJoiner;
import io.dateline.ingest.extract.body.Wordings;
import io.dateline.ingest.extract.scan.Words;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Credits;
import io.dateline.model.Dates;
import io.dateline.model.Image;
import io.dateline.model.LanguageTag;
import io.dateline.model.Paragraph;
import io.dateline.model.Provenance;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Removal;
import io.dateline.model.Stage;
import io.dateline.model.Text;
import java.util.ArrayList;
import java.util.List;

/** Makes an article of plain text: captions with their credit, dateline and sign-off come apart. */
final class PlainTextReader {

  /** A longer paragraph is text, even when it ends like a caption. */
  private static final int MAX_CAPTION_WORDS = 80;

  private static final int MAX_HEADLINE_WORDS = 20;

  private final CreditReader credits;
  private final TextJoiner joiner;

  PlainTextReader(Wordings wordings, Agencies agencies) {
    credits = new CreditReader(wordings);
    joiner = new TextJoiner(wordings, agencies);
  }

  ExtractResult read(String raw, String url, Hints hints) {
    List<Paragraph> kept = new ArrayList<>();
    List<Image> images = new ArrayList<>();
    List<Removal> removed = new ArrayList<>();
    for (Paragraph paragraph : Paragraph.split(PlainParagraphs.parted(raw, credits))) {
      CreditReader.Parted parted = credits.part(paragraph.text());
      boolean caption =
          parted.credit() != null && Words.count(paragraph.text()) <= MAX_CAPTION_WORDS;
      if (caption) {
        takeApart(parted, url, images, removed);
      } else {
        kept.add(paragraph);
      }
    }
    String headline = hints.title() == null ? takeHeadline(kept) : hints.title();
    TextJoiner.Joined joined = joiner.join(kept, removed);
    if (joined.paragraphs().isEmpty()) {
      return new ExtractResult.Dropped(
          Rejection.of(Stage.EXTRACT, Reason.NO_BODY, "no running text found", url));
    }
    return new ExtractResult.Extracted(article(url, hints, headline, joined, images));
  }

  private static void takeApart(
      CreditReader.Parted parted, String url, List<Image> images, List<Removal> removed) {
    String uri = PageAddress.safe(url) + "#photo-" + (images.size() + 1);
    images.add(new Image(uri, parted.caption(), parted.credit(), parted.sources()));
    if (parted.caption() != null) {
      removed.add(new Removal(Removal.Kind.CAPTION, parted.caption()));
    }
    if (parted.credit() != null) {
      removed.add(new Removal(Removal.Kind.CREDIT, parted.credit()));
    }
  }

  /** A short first line that is no sentence is the headline. */
  private static String takeHeadline(List<Paragraph> kept) {
    if (kept.size() < 2) {
      return "";
    }
    String first = kept.get(0).text();
    boolean sentence = first.endsWith(".") || first.endsWith(":") || first.endsWith("”");
    if (sentence || first.indexOf('\n') >= 0 || Words.count(first) > MAX_HEADLINE_WORDS) {
      return "";
    }
    kept.remove(0);
    return first;
  }

  private static Article article(
      String url, Hints hints, String headline, TextJoiner.Joined joined, List<Image> images) {
    Text text = new Text(headline, null, hints.summary(), joined.paragraphs());
    String tag = hints.language();
    return Article.builder(new ArticleUri(PageAddress.safe(url)), text)
        .language(tag == null ? LanguageTag.UNKNOWN : new LanguageTag(tag))
        .dates(new Dates(hints.date(), null))
        .credits(new Credits(null, List.of(), joined.agencies(), null))
        .dateline(joined.dateline())
        .images(images)
        .edNote(joined.correction())
        .provenance(new Provenance(hints.source(), url, null, null, ContentHash.of(text), null))
        .removed(joined.removed())
        .build();
  }
}

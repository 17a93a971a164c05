package io.dateline.ingest.extract;

import io.dateline.ingest.extract.body.Body;
import io.dateline.ingest.extract.body.BodyFinder;
import io.dateline.ingest.extract.body.Known;
import io.dateline.ingest.extract.body.TextJoiner;
import io.dateline.ingest.extract.body.Verdict;
import io.dateline.ingest.extract.body.Wordings;
import io.dateline.ingest.extract.field.AuthorReader;
import io.dateline.ingest.extract.field.DateReader;
import io.dateline.ingest.extract.field.KeywordReader;
import io.dateline.ingest.extract.field.SiteNames;
import io.dateline.ingest.extract.field.TitleChooser;
import io.dateline.ingest.extract.meta.JsonLd;
import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.meta.MetaTags;
import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.TimeBudget;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Credits;
import io.dateline.model.LanguageTag;
import io.dateline.model.Provenance;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Stage;
import io.dateline.model.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an article of a scanned page. */
final class PageReader {

  private final Wordings wordings = new Wordings();
  private final JsonLd jsonLd = new JsonLd();
  private final TitleChooser titles = new TitleChooser();
  private final DateReader dates = new DateReader();
  private final AuthorReader authors = new AuthorReader(wordings);
  private final KeywordReader keywords = new KeywordReader();
  private final BodyFinder bodies = new BodyFinder(wordings);
  private final TextJoiner joiner = new TextJoiner(wordings);

  Explained read(Page page, String url, Hints hints, TimeBudget budget, boolean trace) {
    MetaTags metas = new MetaTags(page.metas(), page.links());
    List<LdNode> nodes = jsonLd.nodes(page.jsonLd());
    LdNode ld = JsonLd.article(nodes, url);
    SiteNames site = new SiteNames(metas, ld, url);
    List<TitleChooser.Candidate> offers = titles.candidates(page, metas, ld);
    List<String> names = authors.read(new AuthorReader.Source(page, metas, ld, nodes, site, heading(page)));
    Known known = known(metas, ld, offers, names);
    Body body = bodies.find(page, known, budget);
    TextJoiner.Joined joined = joiner.join(body);
    if (joined.paragraphs().isEmpty()) {
      return drop(Reason.NO_BODY, "no running text found", url, body, trace);
    }
    String headline = titles.choose(offers, site);
    String summary = known.description();
    Text text = new Text(headline, null, summary, joined.paragraphs());
    String hash = ContentHash.of(text);
    int anchor = firstKept(body);
    DateReader.Source source =
        new DateReader.Source(page, metas, ld, url, hints.homeCountry(), heading(page), anchor, lastKept(body));
    Article article =
        Article.builder(new ArticleUri(PageAddress.of(url, metas.link("canonical"))), text)
            .language(language(page, metas, ld, hints))
            .dates(dates.read(source))
            .credits(new Credits(null, names, List.of(), site.publisher()))
            .dateline(joined.dateline())
            .keywords(keywords.read(new KeywordReader.Source(page, metas, ld, site, url)))
            .provenance(
                new Provenance(
                    hints.source(),
                    url,
                    metas.link("canonical"),
                    metas.link("amphtml"),
                    hash,
                    null))
            .removed(joined.removed())
            .build();
    return new Explained(new ExtractResult.Extracted(article), trace ? trace(body) : List.of());
  }

  private static int heading(Page page) {
    for (Block block : page.blocks()) {
      if (block.tag().equals("h1")) {
        return block.index();
      }
    }
    return -1;
  }

  private static int firstKept(Body body) {
    List<Block> kept = body.kept();
    return kept.isEmpty() ? -1 : kept.get(0).index();
  }

  private static int lastKept(Body body) {
    List<Block> kept = body.kept();
    return kept.isEmpty() ? -1 : kept.get(kept.size() - 1).index() + 1;
  }

  private static LanguageTag language(Page page, MetaTags metas, @Nullable LdNode ld, Hints hints) {
    String tag = ld == null ? null : ld.text("inLanguage");
    tag = page.language() != null && !page.language().isBlank() ? page.language() : tag;
    tag = tag != null ? tag : metas.first("og:locale", "content-language", "language");
    tag = tag != null ? tag : hints.language();
    return tag == null || tag.length() > 35 ? LanguageTag.UNKNOWN : new LanguageTag(tag);
  }

  private static Known known(
      MetaTags metas,
      @Nullable LdNode ld,
      List<TitleChooser.Candidate> offers,
      List<String> names) {
    String description = metas.first("og:description", "description", "twitter:description");
    if (description == null && ld != null) {
      description = ld.text("description");
    }
    List<String> texts = offers.stream().map(TitleChooser.Candidate::text).toList();
    return new Known(texts, names, description, ld == null ? null : ld.text("articleBody"));
  }

  private static Explained drop(
      Reason reason, String detail, String url, Body body, boolean trace) {
    Rejection rejection = Rejection.of(Stage.EXTRACT, reason, detail, url);
    return new Explained(new ExtractResult.Dropped(rejection), trace ? trace(body) : List.of());
  }

  private static List<TraceLine> trace(Body body) {
    List<TraceLine> lines = new ArrayList<>();
    for (int i = 0; i < body.blocks().size(); i++) {
      Block block = body.blocks().get(i);
      Verdict verdict = body.verdicts().get(i);
      String done =
          switch (verdict) {
            case Verdict.Kept kept -> "kept";
            case Verdict.Cut cut -> "cut";
          };
      lines.add(new TraceLine("block " + block.tag(), done, verdict.rule(), block.text()));
    }
    return lines;
  }
}

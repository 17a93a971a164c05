package io.dateline.ingest.extract;

import static java.util.Objects.requireNonNullElse;

import io.dateline.ingest.extract.body.Agencies;
import io.dateline.ingest.extract.body.Body;
import io.dateline.ingest.extract.body.BodyFinder;
import io.dateline.ingest.extract.body.CreditReader;
import io.dateline.ingest.extract.body.EmbeddedBody;
import io.dateline.ingest.extract.body.Known;
import io.dateline.ingest.extract.body.TextJoiner;
import io.dateline.ingest.extract.body.Wordings;
import io.dateline.ingest.extract.field.AccessReader;
import io.dateline.ingest.extract.field.AuthorReader;
import io.dateline.ingest.extract.field.DateReader;
import io.dateline.ingest.extract.field.HeadlineFinder;
import io.dateline.ingest.extract.field.ImageReader;
import io.dateline.ingest.extract.field.KeywordReader;
import io.dateline.ingest.extract.field.KickerReader;
import io.dateline.ingest.extract.field.NamedAuthors;
import io.dateline.ingest.extract.field.SiteNames;
import io.dateline.ingest.extract.field.TitleChooser;
import io.dateline.ingest.extract.field.TypeClassifier;
import io.dateline.ingest.extract.meta.JsonLd;
import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.meta.MetaTags;
import io.dateline.ingest.extract.outlet.OutletBody;
import io.dateline.ingest.extract.outlet.Part;
import io.dateline.ingest.extract.outlet.Said;
import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.PageScanner;
import io.dateline.ingest.extract.scan.RoleTokens;
import io.dateline.ingest.extract.scan.TimeBudget;
import io.dateline.ingest.extract.state.StateText;
import io.dateline.model.Article;
import io.dateline.model.Dates;
import io.dateline.model.Image;
import io.dateline.model.Paragraph;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Stage;
import io.dateline.model.Text;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Makes an article of a scanned page: asks every reader and puts their answers together. */
final class PageReader {

  private static final int MAX_STATE_ELEMENTS = 20_000;

  private final JsonLd jsonLd = new JsonLd();
  private final TitleChooser titles = new TitleChooser();
  private final DateReader dates = new DateReader();
  private final KeywordReader keywords = new KeywordReader();
  private final KickerReader kickers = new KickerReader();
  private final TypeClassifier types = new TypeClassifier();
  private final RoleTokens tokens;
  private final Agencies agencies;
  private final AuthorReader authors;
  private final NamedAuthors named;
  private final BodyFinder bodies;
  private final TextJoiner joiner;
  private final ImageReader images;
  private final AccessReader access;

  PageReader(RoleTokens tokens, Wordings wordings, Agencies agencies) {
    this.tokens = tokens;
    this.agencies = agencies;
    authors = new AuthorReader(wordings, agencies);
    named = new NamedAuthors(wordings, agencies);
    bodies = new BodyFinder(wordings);
    joiner = new TextJoiner(wordings, agencies);
    images = new ImageReader(new CreditReader(wordings));
    access = new AccessReader(wordings);
  }

  /** What the page says of itself. */
  record Meta(
      MetaTags tags,
      List<LdNode> nodes,
      @Nullable LdNode article,
      SiteNames site,
      List<TitleChooser.Candidate> titles,
      int heading) {}

  /**
   * How a page is read: what is known of it, the whole of it with its scripts, and whether an
   * account is wanted.
   */
  record Task(
      String url,
      Hints hints,
      Said said,
      Supplier<String> whole,
      TimeBudget budget,
      boolean trace) {}

  Explained read(Page page, Task task) {
    String url = task.url;
    Hints hints = task.hints;
    Said said = task.said;
    Meta meta = meta(page, url);
    AuthorReader.Found names = names(page, meta, said);
    Known known = known(meta, names.names());
    Body body = OutletBody.find(page, said, box -> bodies.find(page, known, task.budget, box));
    TextJoiner.Joined joined = joined(body, known, task);
    Traces traces = new Traces(task.trace, body, said);
    String headline = headline(meta, hints, said);
    TypeClassifier.PageType type =
        types.classify(
            new TypeClassifier.Source(meta.nodes, meta.tags, page, joined.words(), headline));
    if (type != TypeClassifier.PageType.ARTICLE && type != TypeClassifier.PageType.LIVE_BLOG) {
      return traces.dropped(rejection(Reason.NOT_AN_ARTICLE, "a page of type " + type, url));
    }
    if (joined.paragraphs().isEmpty()) {
      return traces.dropped(rejection(Reason.NO_BODY, "no running text found", url));
    }
    Article article = article(page, task, meta, names, body, joined, headline);
    return traces.extracted(article, type.name());
  }

  private AuthorReader.Found names(Page page, Meta meta, Said selectors) {
    AuthorReader.Found selected = named.read(selectors.all(Part.AUTHORS));
    return selected.names().isEmpty()
        ? authors.read(
            new AuthorReader.Source(
                page, meta.tags, meta.article, meta.nodes, meta.site, meta.heading))
        : selected;
  }

  private String headline(Meta meta, Hints hints, Said said) {
    String chosen = titles.choose(meta.titles, meta.site, meta.article);
    String generic = chosen.isEmpty() && hints.title() != null ? hints.title() : chosen;
    return requireNonNullElse(said.first(Part.TITLE, generic), generic);
  }

  private Meta meta(Page page, String url) {
    MetaTags tags = new MetaTags(page.metas(), page.links());
    List<LdNode> nodes = jsonLd.nodes(page.jsonLd());
    LdNode article = JsonLd.article(nodes, url);
    SiteNames site = new SiteNames(tags, article, url);
    List<TitleChooser.Candidate> offers = titles.candidates(page, tags, article);
    return new Meta(tags, nodes, article, site, offers, HeadlineFinder.find(page, offers));
  }

  private static Known known(Meta meta, List<String> names) {
    LdNode ld = meta.article;
    return new Known(
        titles(meta), names, description(meta), ld == null ? null : ld.text("articleBody"));
  }

  /** Headings of first rank behind the first may be subheads. */
  private static List<String> titles(Meta meta) {
    Set<String> titles = new LinkedHashSet<>();
    boolean headed = false;
    for (TitleChooser.Candidate title : meta.titles) {
      boolean heading = title.from().equals("h1");
      if (!(heading && headed)) {
        titles.add(title.text());
      }
      headed |= heading;
    }
    return List.copyOf(titles);
  }

  private static @Nullable String description(Meta meta) {
    String text = meta.tags.first("og:description", "description", "twitter:description");
    return text == null && meta.article != null ? meta.article.text("description") : text;
  }

  /** The text in the markup; where that is thin, what JSON-LD or the scripts hold of it. */
  private TextJoiner.Joined joined(Body body, Known known, Task task) {
    TextJoiner.Joined found = joiner.join(body);
    List<Paragraph> embedded = EmbeddedBody.instead(known.articleBody(), found.words());
    if (!embedded.isEmpty()) {
      return joiner.join(embedded, List.of());
    }
    boolean thin = found.words() < StateText.THIN_WORDS && !task.said.saysBody();
    String about = String.join(" ", known.titles()) + " " + known.description();
    String html = thin ? StateText.find(task.whole.get(), about, task.budget) : null;
    if (html == null) {
      return found;
    }
    Document document = Jsoup.parse("<article>" + html + "</article>");
    Page scanned = PageScanner.scan(document, tokens, task.budget, MAX_STATE_ELEMENTS);
    TextJoiner.Joined hidden = joiner.join(bodies.find(scanned, known, task.budget));
    return EmbeddedBody.isBetter(hidden.words(), found.words()) ? hidden : found;
  }

  private Article article(
      Page page,
      Task task,
      Meta meta,
      AuthorReader.Found names,
      Body body,
      TextJoiner.Joined joined,
      String headline) {
    String url = task.url;
    Hints hints = task.hints;
    Said said = task.said;
    String summary = said.first(Part.SUMMARY, description(meta));
    Text text =
        new Text(
            headline,
            said.first(Part.KICKER, kickers.read(page, meta.heading, headline)),
            summary == null ? hints.summary() : summary,
            joined.paragraphs());
    Facts facts = new Facts(agencies, meta, hints, url);
    List<Block> kept = body.kept();
    int first = kept.isEmpty() ? -1 : kept.get(0).index();
    int end = kept.isEmpty() ? -1 : kept.get(kept.size() - 1).index() + 1;
    String last = joined.paragraphs().get(joined.paragraphs().size() - 1).text();
    return Article.builder(facts.uri(), text)
        .language(facts.language(page))
        .dates(dates(page, task, meta, first, end))
        .credits(facts.credits(names, joined.agencies()))
        .dateline(joined.dateline())
        .images(pictures(page, meta, url, first, end))
        .keywords(words(page, task, meta, headline, new KeywordReader.Span(first, end)))
        .section(said.first(Part.SECTION, facts.section()))
        .provenance(facts.provenance(ContentHash.of(text)))
        .rights(
            access.read(
                new AccessReader.Source(
                    meta.tags, meta.article, body.blocks(), end, joined.words(), last)))
        .edNote(facts.note(joined.correction()))
        .removed(joined.removed())
        .build();
  }

  private List<String> words(
      Page page, Task task, Meta meta, String headline, KeywordReader.Span body) {
    List<String> named = task.said.all(Part.KEYWORDS);
    return named.isEmpty()
        ? keywords.read(
            new KeywordReader.Source(
                page, meta.tags, meta.article, meta.site, task.url, headline, body))
        : named;
  }

  private Dates dates(Page page, Task task, Meta meta, int first, int end) {
    Hints hints = task.hints;
    DateReader.Source source =
        new DateReader.Source(
            page, meta.tags, meta.article, task.url, hints.homeCountry(), meta.heading, first, end);
    Dates read = dates.read(source);
    Dates found =
        new Dates(
            said(task.said, Part.PUBLISHED, source, read.firstCreated()),
            said(task.said, Part.MODIFIED, source, read.versionCreated()));
    return found.firstCreated() == null && hints.date() != null
        ? new Dates(hints.date(), found.versionCreated())
        : found;
  }

  private @Nullable OffsetDateTime said(
      Said said, Part part, DateReader.Source source, @Nullable OffsetDateTime generic) {
    String text = said.first(part, null);
    OffsetDateTime at = text == null ? null : dates.read(text, source);
    if (text != null) {
      said.note(part, at != null);
    }
    return at == null ? generic : at;
  }

  private List<Image> pictures(Page page, Meta meta, String url, int first, int end) {
    int from = meta.heading >= 0 ? Math.min(meta.heading, Math.max(first, 0)) : Math.max(first, 0);
    return images.read(page, meta.tags, meta.article, url, Math.max(0, from - 5), end);
  }

  private static Rejection rejection(Reason reason, String detail, String url) {
    return Rejection.of(Stage.EXTRACT, reason, detail, url);
  }
}

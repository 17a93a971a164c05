package io.dateline.ingest.run;

import io.dateline.ingest.extract.Hints;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.fetch.Validators;
import io.dateline.ingest.frontier.Lead;
import io.dateline.ingest.frontier.Mark;
import io.dateline.ingest.source.Source;
import io.dateline.ingest.url.Urls;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.LanguageTag;
import io.dateline.model.Rights;
import io.dateline.model.SourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a look found out. Pure. */
final class Found {

  private Found() {}

  /** What feed and source say of a page before it is read. */
  static Hints hints(Lead lead, Source source) {
    String language =
        lead.language() == null && source.language().isKnown()
            ? source.language().value()
            : lead.language();
    return new Hints(
        language, lead.title(), lead.date(), lead.summary(), source.id(), source.homeCountry());
  }

  /** The article under its canonical address, with where it was found and what it reserves. */
  static Article article(
      Article extracted, Source source, FetchResult.Fetched fetched, Instant now) {
    String own = Urls.canonical(extracted.uri().value());
    String uri = own != null && source.owns(own) ? own : Urls.canonical(fetched.url());
    return extracted.toBuilder()
        .uri(uri == null ? extracted.uri() : new ArticleUri(uri))
        .language(language(extracted.language(), source))
        .provenance(extracted.provenance().foundBy(source.id(), now))
        .rights(rights(extracted.rights(), fetched.rights(), source.rights()))
        .build();
  }

  /** The page's word, else the source's, with the source's home as its region. */
  private static LanguageTag language(LanguageTag said, Source source) {
    LanguageTag language = said.isKnown() ? said : source.language();
    String home = source.homeCountry();
    boolean own = language.primary().equals(source.language().primary());
    return home != null && own ? language.in(home) : language;
  }

  private static Rights rights(Rights rights, List<String> headers, @Nullable String note) {
    List<String> optOuts = new ArrayList<>(rights.optOuts());
    headers.stream().filter(h -> !optOuts.contains(h)).forEach(optOuts::add);
    return new Rights(
        rights.notice(),
        rights.usageTerms() == null ? note : rights.usageTerms(),
        optOuts,
        rights.access(),
        rights.accessReason());
  }

  /** The looks left after a page was read. */
  static Mark.Revisit revisit(
      Mark.@Nullable PageMark before, Validators validators, String headline, Instant now) {
    Mark.Revisit old = before == null ? null : before.revisit();
    return old == null
        ? new Mark.Revisit(now, 0, validators, headline, 0)
        : new Mark.Revisit(old.first(), old.looks() + 1, validators, headline, 0);
  }

  /** The mark after a look that found nothing new. */
  static Mark.PageMark lookedAgain(Mark.PageMark before) {
    Mark.Revisit old = before.revisit();
    Mark.Revisit next =
        old == null
            ? null
            : new Mark.Revisit(old.first(), old.looks() + 1, old.validators(), old.headline(), 0);
    return new Mark.PageMark(
        before.url(),
        before.source(),
        before.uri(),
        before.hash(),
        before.version(),
        before.seen(),
        Marks.unlessDone(next));
  }

  /** The mark of a page that gave no article: what was known of it stays. */
  static Mark.PageMark dropped(
      String url, SourceId source, Mark.@Nullable PageMark before, Instant now) {
    if (before == null) {
      return new Mark.PageMark(url, source, null, null, 0, now, null);
    }
    return lookedAgain(before);
  }
}

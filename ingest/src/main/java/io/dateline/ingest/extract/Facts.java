package io.dateline.ingest.extract;

import io.dateline.ingest.extract.body.Agencies;
import io.dateline.ingest.extract.field.AuthorReader;
import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.model.ArticleUri;
import io.dateline.model.Credits;
import io.dateline.model.LanguageTag;
import io.dateline.model.Provenance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The small facts of an article: address, language, credits, section, provenance, note. */
final class Facts {

  private static final int MAX_LANGUAGE_CHARS = 35;
  private static final int MAX_SECTION_CHARS = 80;

  /** Names of meta tags that state the section, most trusted first. */
  private static final String[] SECTION_METAS = {
    "article:section",
    "og:article:section",
    "section",
    "parsely-section",
    "dc.section",
    "article.section",
    "article_section",
    "article:section_name",
    "rnews:articlesection",
    "cxenseparse:recs:category",
    "cxenseparse:category",
    "sailthru.section"
  };

  private final Agencies agencies;
  private final PageReader.Meta meta;
  private final Hints hints;
  private final String url;

  Facts(Agencies agencies, PageReader.Meta meta, Hints hints, String url) {
    this.agencies = agencies;
    this.meta = meta;
    this.hints = hints;
    this.url = url;
  }

  ArticleUri uri() {
    String address = PageAddress.of(url, meta.tags().link("canonical"));
    boolean fits = address.length() <= ArticleUri.MAX_CHARS;
    return new ArticleUri(fits ? address : address.substring(0, ArticleUri.MAX_CHARS));
  }

  LanguageTag language(Page page) {
    LdNode ld = meta.article();
    String[] said = {
      page.language(),
      ld == null ? null : ld.text("inLanguage"),
      meta.tags().first("og:locale", "content-language", "language", "dc.language"),
      hints.language()
    };
    for (String tag : said) {
      if (tag != null && !tag.isBlank() && tag.length() <= MAX_LANGUAGE_CHARS) {
        LanguageTag language = new LanguageTag(tag);
        if (language.isKnown()) {
          return language;
        }
      }
    }
    return LanguageTag.UNKNOWN;
  }

  /** People apart from agencies and outlets, wherever the agencies were named. */
  Credits credits(AuthorReader.Found authors, List<String> named) {
    List<String> names = authors.names();
    List<String> people = new ArrayList<>();
    List<String> wires = new ArrayList<>(named);
    for (String name : names) {
      String agency = agencies.shortName(name);
      if (agency == null && authors.people()) {
        people.add(name);
      } else if (agency != null && !wires.contains(agency)) {
        wires.add(agency);
      }
    }
    LdNode ld = meta.article();
    for (String key : List.of("provider", "sourceOrganization")) {
      String provider = ld == null ? null : ld.text(key);
      String agency = provider == null ? null : agencies.shortName(provider);
      if (agency != null && !wires.contains(agency)) {
        wires.add(agency);
      }
    }
    String byline = names.isEmpty() ? null : String.join(", ", names);
    return new Credits(byline, people, wires, meta.site().publisher());
  }

  @Nullable String section() {
    LdNode ld = meta.article();
    String section = ld == null ? null : ld.text("articleSection");
    if (section == null) {
      section = meta.tags().first(SECTION_METAS);
    }
    return section == null || section.length() > MAX_SECTION_CHARS || section.contains("://")
        ? null
        : section;
  }

  Provenance provenance(String hash) {
    String canonical = PageAddress.absolute(url, meta.tags().link("canonical"));
    String amp = PageAddress.absolute(url, meta.tags().link("amphtml"));
    return new Provenance(hints.source(), url, canonical, amp, hash, null);
  }

  @Nullable String note(@Nullable String correction) {
    LdNode ld = meta.article();
    return correction != null || ld == null ? correction : ld.text("correction");
  }
}

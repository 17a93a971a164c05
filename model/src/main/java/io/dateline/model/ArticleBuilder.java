package io.dateline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds an {@link Article}: version 1, usable, everything else unknown unless set. */
public final class ArticleBuilder {
  private ArticleUri uri;
  private int version = 1;
  private PubStatus status = PubStatus.USABLE;
  private LanguageTag language = LanguageTag.UNKNOWN;
  private Text text;
  private Dates dates = Dates.UNKNOWN;
  private Credits credits = Credits.NONE;
  private @Nullable Dateline dateline;
  private List<Image> images = List.of();
  private List<String> keywords = List.of();
  private @Nullable String section;
  private Provenance provenance = Provenance.UNKNOWN;
  private Rights rights = Rights.UNSTATED;
  private @Nullable String edNote;
  private List<Removal> removed = List.of();

  ArticleBuilder(ArticleUri uri, Text text) {
    this.uri = uri;
    this.text = text;
  }

  ArticleBuilder(Article article) {
    uri = article.uri();
    version = article.version();
    status = article.status();
    language = article.language();
    text = article.text();
    dates = article.dates();
    credits = article.credits();
    dateline = article.dateline();
    images = article.images();
    keywords = article.keywords();
    section = article.section();
    provenance = article.provenance();
    rights = article.rights();
    edNote = article.edNote();
    removed = article.removed();
  }

  /** The article as set so far. */
  public Article build() {
    return new Article(
        uri,
        version,
        status,
        language,
        text,
        dates,
        credits,
        dateline,
        images,
        keywords,
        section,
        provenance,
        rights,
        edNote,
        removed);
  }

  /** Sets the address. */
  public ArticleBuilder uri(ArticleUri value) {
    uri = value;
    return this;
  }

  /** Sets the version, 1 or more. */
  public ArticleBuilder version(int value) {
    version = value;
    return this;
  }

  /** Sets the publication status. */
  public ArticleBuilder status(PubStatus value) {
    status = value;
    return this;
  }

  /** Sets the language. */
  public ArticleBuilder language(LanguageTag value) {
    language = value;
    return this;
  }

  /** Sets headline and body. */
  public ArticleBuilder text(Text value) {
    text = value;
    return this;
  }

  /** Sets the dates. */
  public ArticleBuilder dates(Dates value) {
    dates = value;
    return this;
  }

  /** Sets authors and agencies. */
  public ArticleBuilder credits(Credits value) {
    credits = value;
    return this;
  }

  /** Sets the dateline. */
  public ArticleBuilder dateline(@Nullable Dateline value) {
    dateline = value;
    return this;
  }

  /** Sets the images. */
  public ArticleBuilder images(List<Image> value) {
    images = value;
    return this;
  }

  /** Sets the outlet's keywords. */
  public ArticleBuilder keywords(List<String> value) {
    keywords = value;
    return this;
  }

  /** Sets the outlet's section. */
  public ArticleBuilder section(@Nullable String value) {
    section = value;
    return this;
  }

  /** Sets where it was found. */
  public ArticleBuilder provenance(Provenance value) {
    provenance = value;
    return this;
  }

  /** Sets the rights. */
  public ArticleBuilder rights(Rights value) {
    rights = value;
    return this;
  }

  /** Sets the correction or withdrawal note. */
  public ArticleBuilder edNote(@Nullable String value) {
    edNote = value;
    return this;
  }

  /** Sets what was taken out of the text. */
  public ArticleBuilder removed(List<Removal> value) {
    removed = value;
    return this;
  }
}

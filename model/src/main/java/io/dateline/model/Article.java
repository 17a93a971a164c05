package io.dateline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One published version of a news article.
 *
 * @param uri names the article over all its versions
 * @param version counts up from 1
 * @param status usable, or canceled when withdrawn
 * @param language what the page says of its language, "und" when silent; detection is a later stage
 * @param text headline and body
 * @param dates when it was first published and when this version was
 * @param credits who made it
 * @param dateline the place line taken out of the text
 * @param images pictures with caption and credit apart
 * @param keywords the outlet's own keywords
 * @param section the outlet's own section
 * @param provenance where it was found
 * @param rights what may be done with it
 * @param edNote correction or withdrawal note
 * @param removed what was taken out of the text and why
 */
public record Article(
    ArticleUri uri,
    int version,
    PubStatus status,
    LanguageTag language,
    Text text,
    Dates dates,
    Credits credits,
    @Nullable Dateline dateline,
    List<Image> images,
    List<String> keywords,
    @Nullable String section,
    Provenance provenance,
    Rights rights,
    @Nullable String edNote,
    List<Removal> removed) {

  /** Checks the version and copies the lists. */
  public Article {
    if (version < 1) {
      throw new IllegalArgumentException("version " + version + " of " + uri + " is not 1 or more");
    }
    images = List.copyOf(images);
    keywords = List.copyOf(keywords);
    removed = List.copyOf(removed);
  }

  /** A builder with nothing but an address and a text. */
  public static ArticleBuilder builder(ArticleUri uri, Text text) {
    return new ArticleBuilder(uri, text);
  }

  /** A builder that starts from this article. */
  public ArticleBuilder toBuilder() {
    return new ArticleBuilder(this);
  }
}

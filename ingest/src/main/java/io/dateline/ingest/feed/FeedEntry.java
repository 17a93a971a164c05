package io.dateline.ingest.feed;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed.
 *
 * @param id the feed's own id of the entry: guid, atom:id, rdf:about
 * @param link absolute address of the article
 * @param origin the outlet's own address of it, where the link goes over somebody who counts
 * @param title plain text
 * @param summary teaser, HTML as the feed gives it
 * @param content whole text, HTML as the feed gives it
 * @param published first publication
 * @param updated last change
 * @param authors names
 * @param categories the outlet's own categories
 * @param language BCP 47 tag when stated at the entry
 * @param comments absolute address of the comments page
 * @param enclosures attached media
 */
public record FeedEntry(
    @Nullable String id,
    @Nullable String link,
    @Nullable String origin,
    @Nullable String title,
    @Nullable String summary,
    @Nullable String content,
    @Nullable OffsetDateTime published,
    @Nullable OffsetDateTime updated,
    List<String> authors,
    List<String> categories,
    @Nullable String language,
    @Nullable String comments,
    List<Enclosure> enclosures) {

  /** Copies the lists. */
  public FeedEntry {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    enclosures = List.copyOf(enclosures);
  }

  /** Where the article is to be fetched. */
  public @Nullable String page() {
    return origin == null ? link : origin;
  }

  /**
   * An attached file.
   *
   * @param url absolute address
   * @param type media type as stated
   * @param length bytes as stated
   */
  public record Enclosure(String url, @Nullable String type, @Nullable String length) {}
}

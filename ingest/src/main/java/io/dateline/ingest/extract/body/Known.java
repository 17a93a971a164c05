package io.dateline.ingest.extract.body;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page's own description tells about the text before it is looked for.
 *
 * @param titles every candidate for the headline
 * @param authors names of the authors
 * @param description the teaser of OpenGraph, meta or JSON-LD
 * @param articleBody the text in JSON-LD, which may be cut or lack subheads
 */
public record Known(
    List<String> titles,
    List<String> authors,
    @Nullable String description,
    @Nullable String articleBody) {

  /** Nothing is known. */
  public static final Known NOTHING = new Known(List.of(), List.of(), null, null);

  /** Copies the lists. */
  public Known {
    titles = List.copyOf(titles);
    authors = List.copyOf(authors);
  }
}

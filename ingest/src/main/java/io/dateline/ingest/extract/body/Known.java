package io.dateline.ingest.extract.body;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page's own description tells about the text before it is looked for.
 *
 * @param titles every candidate for the headline
 * @param description the teaser of OpenGraph, meta or JSON-LD
 * @param articleBody the text in JSON-LD, which may be cut or lack subheads
 */
public record Known(
    List<String> titles, @Nullable String description, @Nullable String articleBody) {

  /** Nothing is known. */
  public static final Known NOTHING = new Known(List.of(), null, null);

  /** Copies the list. */
  public Known {
    titles = List.copyOf(titles);
  }
}

package io.dateline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who made the text. A photo credit never counts here.
 *
 * @param byline as printed
 * @param authors names of people
 * @param agencies news agencies of the text, as short names ("dpa", "AP", "Reuters")
 * @param publisher the outlet as it names itself
 */
public record Credits(
    @Nullable String byline,
    List<String> authors,
    List<String> agencies,
    @Nullable String publisher) {

  /** Nothing is known. */
  public static final Credits NONE = new Credits(null, List.of(), List.of(), null);

  /** Copies the lists. */
  public Credits {
    authors = List.copyOf(authors);
    agencies = List.copyOf(agencies);
  }
}

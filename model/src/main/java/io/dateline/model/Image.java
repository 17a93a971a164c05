package io.dateline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture of an article.
 *
 * @param uri absolute address of the picture
 * @param caption what it shows, without the credit
 * @param credit as printed: "Foto: Jane Doe/AP"
 * @param creditSources photographers and agencies named in the credit
 */
public record Image(
    String uri, @Nullable String caption, @Nullable String credit, List<String> creditSources) {

  /** Copies the list. */
  public Image {
    creditSources = List.copyOf(creditSources);
  }
}

package io.dateline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line that opens a wire text: "HANOI, Vietnam (AP) —".
 *
 * @param raw as it stood in the text
 * @param places the places named, at least one ("London", "Teheran")
 * @param region the country or region named behind the place ("Vietnam")
 * @param agency the agency named ("AP")
 * @param date the date named, as printed ("March 4")
 */
public record Dateline(
    String raw,
    List<String> places,
    @Nullable String region,
    @Nullable String agency,
    @Nullable String date) {

  /** Checks that a place is named. */
  public Dateline {
    places = List.copyOf(places);
    if (places.isEmpty()) {
      throw new IllegalArgumentException("a dateline without a place: '" + raw + "'");
    }
  }

  /** The places as ninjs {@code located}: "London/Teheran", "Hanoi, Vietnam". */
  public String located() {
    String joined = String.join("/", places);
    return region == null ? joined : joined + ", " + region;
  }
}

package io.dateline.ingest.extract.scan;

import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Elements that somebody who knows the page has marked; elements are told apart by identity.
 *
 * @param boxes to be read as block-level elements, whatever they are
 * @param skipped not to be read
 */
public record Marked(Set<Element> boxes, Set<Element> skipped) {

  /** Nothing is marked. */
  public static final Marked NONE = new Marked(Set.of(), Set.of());

  /** Copies the sets. */
  public Marked {
    boxes = Set.copyOf(boxes);
    skipped = Set.copyOf(skipped);
  }
}

package io.dateline.ingest.extract.outlet;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What an outlet's selectors found on one page. Serves one page; notes what was used of it. */
public final class Said {

  private final @Nullable Outlet outlet;
  private final @Nullable Selectors selectors;
  private final @Nullable Document document;
  private final Set<Element> body;
  private final Set<Element> removed;
  private final Set<Part> found = EnumSet.noneOf(Part.class);
  private final Set<Part> missed = EnumSet.noneOf(Part.class);

  private Said(
      @Nullable Outlet outlet, @Nullable Selectors selectors, @Nullable Document document) {
    this.outlet = outlet;
    this.selectors = selectors;
    this.document = document;
    body = elements(isExact() ? Part.PARAGRAPHS : Part.BODY);
    removed = elements(Part.REMOVE);
    if (!removed.isEmpty()) {
      found.add(Part.REMOVE);
    }
  }

  /** Of a page without selectors: nothing. */
  public static Said nothing() {
    return new Said(null, null, null);
  }

  /** Of a page, by one version of its outlet's selectors. */
  public static Said of(Outlet outlet, Selectors selectors, Document document) {
    return new Said(outlet, selectors, document);
  }

  private @Nullable PartSelector selector(Part part) {
    return selectors == null ? null : selectors.parts().get(part);
  }

  private Set<Element> elements(Part part) {
    PartSelector selector = selector(part);
    return selector == null || document == null
        ? Set.of()
        : new HashSet<>(selector.elements(document));
  }

  /** All that a part's selector found; empty when there is no selector, or it found nothing. */
  public List<String> all(Part part) {
    PartSelector selector = selector(part);
    if (selector == null || document == null) {
      return List.of();
    }
    List<String> texts = selector.texts(document);
    note(part, !texts.isEmpty());
    return texts;
  }

  /** The first thing that a part's selector found, else what the generic rules found. */
  public @Nullable String first(Part part, @Nullable String generic) {
    List<String> texts = all(part);
    return texts.isEmpty() ? generic : texts.getFirst();
  }

  /** A part's selector gave something that could be used, or it did not. */
  public void note(Part part, boolean hit) {
    (hit ? found : missed).add(part);
    (hit ? missed : found).remove(part);
  }

  /** Whether the file says where the text is. */
  public boolean saysBody() {
    return selector(Part.BODY) != null || isExact();
  }

  /** Whether it names the text itself, not only what holds it. */
  public boolean isExact() {
    return selector(Part.PARAGRAPHS) != null;
  }

  /** Elements of the text. */
  public Set<Element> body() {
    return body;
  }

  /** Elements that nobody is to read. */
  public Set<Element> removed() {
    return removed;
  }

  /** What became of the selectors; null when the page has none. */
  public @Nullable SelectorUse use() {
    return outlet == null || selectors == null
        ? null
        : new SelectorUse(outlet.name(), selectors.since(), found, missed);
  }
}

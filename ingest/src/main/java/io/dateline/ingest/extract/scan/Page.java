package io.dateline.ingest.extract.scan;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What the scanner noted of a page, in document order. */
public final class Page {
  final List<Box> boxes = new ArrayList<>();
  final List<Block> blocks = new ArrayList<>();
  final List<Element> metas = new ArrayList<>();
  final List<Element> links = new ArrayList<>();
  final List<String> jsonLd = new ArrayList<>();
  final List<Spot> times = new ArrayList<>();
  final List<Spot> bylines = new ArrayList<>();
  final List<Spot> images = new ArrayList<>();
  final List<Spot> topicLinks = new ArrayList<>();
  final List<Spot> properties = new ArrayList<>();
  @Nullable String title;
  @Nullable String language;
  int players;
  boolean cutShort;

  Page() {}

  /**
   * An element of interest and where it stands.
   *
   * @param element the element
   * @param block index of the block that follows or holds it
   * @param box the box around it
   */
  public record Spot(Element element, int block, Box box) {}

  /** Block-level elements. */
  public List<Box> boxes() {
    return boxes;
  }

  /** Texts. */
  public List<Block> blocks() {
    return blocks;
  }

  /** {@code meta} elements. */
  public List<Element> metas() {
    return metas;
  }

  /** {@code link} elements. */
  public List<Element> links() {
    return links;
  }

  /** Contents of {@code application/ld+json} scripts. */
  public List<String> jsonLd() {
    return jsonLd;
  }

  /** {@code time} elements and others named for a date. */
  public List<Spot> times() {
    return times;
  }

  /** Elements named for an author, and {@code rel=author} links. */
  public List<Spot> bylines() {
    return bylines;
  }

  /** {@code img} elements. */
  public List<Spot> images() {
    return images;
  }

  /** Links whose address or relation says that they lead to a topic's page. */
  public List<Spot> topicLinks() {
    return topicLinks;
  }

  /** Elements with {@code itemprop}. */
  public List<Spot> properties() {
    return properties;
  }

  /** How many {@code video} elements there are. */
  public int players() {
    return players;
  }

  /** Text of the {@code title} element. */
  public @Nullable String title() {
    return title;
  }

  /** {@code lang} of the root element. */
  public @Nullable String language() {
    return language;
  }

  /** Whether a limit stopped the scan. */
  public boolean cutShort() {
    return cutShort;
  }
}

package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.TextMatch;
import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.meta.MetaTags;
import java.util.List;
import java.util.Set;

/** Tells articles from pages that only look like one. */
public final class TypeClassifier {

  /** What a page is. */
  public enum PageType {
    /** A text to read. */
    ARTICLE,
    /** A text that grows, newest entry first. */
    LIVE_BLOG,
    /** A video with a line of text. */
    VIDEO,
    /** Pictures with captions. */
    GALLERY,
    /** A list of articles. */
    INDEX,
    /** "Not found" with the server saying all is well. */
    ERROR
  }

  private static final int FEW_WORDS = 60;
  private static final Set<String> INDEX_TYPES =
      Set.of("CollectionPage", "ItemList", "SearchResultsPage");
  private static final Set<String> ERROR_WORDS =
      Set.of(
          "404",
          "notfound",
          "pagenotfound",
          "seitenichtgefunden",
          "error404",
          "404notfound",
          "accessdenied",
          "forbidden",
          "403forbidden",
          "attentionrequired",
          "justamoment",
          "areyouarobot",
          "pagenotavailable",
          "seitenichtverfügbar");

  /**
   * Decides by the page's own types and by how much there is to read.
   *
   * @param words words of the body
   * @param headline the chosen headline
   */
  public PageType classify(List<LdNode> nodes, MetaTags metas, int words, String headline) {
    boolean live = nodes.stream().anyMatch(n -> n.types().contains("LiveBlogPosting"));
    if (live && words > 0) {
      return PageType.LIVE_BLOG;
    }
    if (words >= FEW_WORDS) {
      return PageType.ARTICLE;
    }
    String key = TextMatch.key(headline);
    if (ERROR_WORDS.stream().anyMatch(w -> key.equals(w) || key.startsWith("404"))) {
      return PageType.ERROR;
    }
    boolean article =
        nodes.stream().flatMap(n -> n.types().stream()).anyMatch(t -> t.endsWith("Article"));
    if (article) {
      return PageType.ARTICLE;
    }
    return byType(nodes, metas);
  }

  private static PageType byType(List<LdNode> nodes, MetaTags metas) {
    String type = metas.first("og:type");
    if ((type != null && type.startsWith("video")) || has(nodes, "VideoObject")) {
      return PageType.VIDEO;
    }
    if (has(nodes, "ImageGallery") || has(nodes, "MediaGallery")) {
      return PageType.GALLERY;
    }
    boolean index =
        nodes.stream().anyMatch(n -> n.types().stream().anyMatch(INDEX_TYPES::contains));
    return index ? PageType.INDEX : PageType.ARTICLE;
  }

  private static boolean has(List<LdNode> nodes, String type) {
    return nodes.stream().anyMatch(n -> n.types().contains(type));
  }
}

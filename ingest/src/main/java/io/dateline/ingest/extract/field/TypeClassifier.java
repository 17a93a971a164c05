package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.TextMatch;
import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.meta.MetaTags;
import io.dateline.ingest.extract.scan.Page;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

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
  private static final String[] PLAYER_METAS = {
    "og:video", "og:video:url", "og:video:secure_url", "twitter:player"
  };
  private static final Set<String> GALLERY_TYPES = Set.of("ImageGallery", "MediaGallery");
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
   * What is known of a page when its text was looked for.
   *
   * @param nodes its JSON-LD
   * @param metas its meta tags
   * @param page what was scanned of it
   * @param words words of the body, 0 or more
   * @param headline the chosen headline
   */
  public record Source(List<LdNode> nodes, MetaTags metas, Page page, int words, String headline) {

    /** Copies the list. */
    public Source {
      nodes = List.copyOf(nodes);
    }
  }

  /** Decides by the page's own types, by how much there is to read, and by its shape. */
  public PageType classify(Source s) {
    if (s.words > 0 && has(s.nodes, "LiveBlogPosting"::equals)) {
      return PageType.LIVE_BLOG;
    }
    if (s.words >= FEW_WORDS) {
      return PageType.ARTICLE;
    }
    String key = TextMatch.key(s.headline);
    if (ERROR_WORDS.stream().anyMatch(w -> key.equals(w) || key.startsWith("404"))) {
      return PageType.ERROR;
    }
    boolean article = has(s.nodes, type -> type.endsWith("Article"));
    return article ? PageType.ARTICLE : byType(s);
  }

  private static PageType byType(Source s) {
    String type = s.metas.first("og:type");
    if ((type != null && type.startsWith("video")) || has(s.nodes, "VideoObject"::equals)) {
      return PageType.VIDEO;
    }
    if (has(s.nodes, GALLERY_TYPES::contains)) {
      return PageType.GALLERY;
    }
    if (has(s.nodes, INDEX_TYPES::contains)) {
      return PageType.INDEX;
    }
    return s.words == 0 ? byShape(s) : PageType.ARTICLE;
  }

  /** Only of pages without any text: beside a short one all of this may stand too. */
  private static PageType byShape(Source s) {
    PageShape shape = PageShape.of(s.page);
    if (shape.isFilm() || s.metas.first(PLAYER_METAS) != null) {
      return PageType.VIDEO;
    }
    if (shape.isGallery()) {
      return PageType.GALLERY;
    }
    return shape.isList() ? PageType.INDEX : PageType.ARTICLE;
  }

  private static boolean has(List<LdNode> nodes, Predicate<String> type) {
    return nodes.stream().anyMatch(n -> n.types().stream().anyMatch(type));
  }
}

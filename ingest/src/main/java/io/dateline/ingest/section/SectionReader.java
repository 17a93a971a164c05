package io.dateline.ingest.section;

import io.dateline.ingest.url.Urls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Article links of a section page, told from navigation: they have a headline for a text, stand in
 * or around a heading, or carry a slug, a date or a number in their path.
 */
public final class SectionReader {

  /** Most links taken from one page. */
  public static final int MAX_LINKS = 200;

  /** Points from which a link counts as an article's. */
  private static final int THRESHOLD = 3;

  private static final Pattern DATE =
      Pattern.compile("/(?:19|20)\\d\\d[/-]?(?:[01]\\d|[a-z]{3})\\b.*");
  private static final Pattern NUMBER = Pattern.compile(".*[^0-9]\\d{5,}.*");
  private static final Pattern SLUG = Pattern.compile(".*/[^/]*(?:[-_][^/_-]+){3,}[^/]*/?");
  private static final Pattern NOT_ARTICLE =
      Pattern.compile(
          "(?i).*/(?:tag|tags|topic|topics|thema|themen|author|authors|autor|autoren|category|"
              + "kategorie|login|signin|register|abo|subscribe|newsletter|impressum|datenschutz|"
              + "privacy|terms|agb|contact|kontakt|about|suche|search|video|videos|podcast|"
              + "podcasts|live|page|seite)(?:/.*|$)|.*\\.(?:jpe?g|png|gif|pdf|mp3|mp4|zip)$");

  private SectionReader() {}

  /**
   * A link to an article.
   *
   * @param url canonical address
   * @param title the link's text
   */
  public record Link(String url, @Nullable String title) {}

  /** The links of a page, in order, each address once. */
  public static List<Link> read(Document page, String url) {
    String site = Urls.site(url);
    Map<String, Link> found = new LinkedHashMap<>();
    for (Element anchor : page.select("a[href]")) {
      String href = anchor.attr("href").strip();
      String absolute = href.startsWith("#") ? null : Urls.resolve(url, href);
      String canonical = absolute == null ? null : Urls.canonical(absolute);
      boolean foreign = canonical == null || site == null || !site.equals(Urls.site(canonical));
      if (!foreign && canonical != null && score(anchor, canonical) >= THRESHOLD) {
        String title = anchor.text().isBlank() ? null : anchor.text();
        found.merge(canonical, new Link(canonical, title), SectionReader::longer);
      }
    }
    return new ArrayList<>(found.values()).subList(0, Math.min(found.size(), MAX_LINKS));
  }

  private static Link longer(Link a, Link b) {
    int first = a.title() == null ? 0 : a.title().length();
    int second = b.title() == null ? 0 : b.title().length();
    return second > first ? b : a;
  }

  private static int score(Element anchor, String url) {
    String path = url.replaceFirst("^[a-z]+://[^/]*", "");
    if (path.length() < 2 || NOT_ARTICLE.matcher(path).matches() || isTrap(path)) {
      return 0;
    }
    int score = 0;
    score += DATE.matcher(path).matches() ? 2 : 0;
    score += NUMBER.matcher(path).matches() ? 2 : 0;
    score += SLUG.matcher(path).matches() ? 2 : 0;
    int words = anchor.text().isBlank() ? 0 : anchor.text().split("\\s+").length;
    score += words >= 4 ? 2 : words == 0 ? 0 : -1;
    score += isHeading(anchor) ? 2 : 0;
    score -= isNavigation(anchor) ? 5 : 0;
    return score;
  }

  /** Paths that grow without end: the same segment three times, or very many segments. */
  private static boolean isTrap(String path) {
    String[] segments = path.split("/");
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (String segment : segments) {
      if (!segment.isEmpty() && seen.merge(segment, 1, Integer::sum) >= 3) {
        return true;
      }
    }
    return segments.length > 12;
  }

  private static boolean isHeading(Element anchor) {
    boolean inside = !anchor.select("h1,h2,h3,h4").isEmpty();
    boolean around = false;
    for (Element parent : anchor.parents().stream().limit(2).toList()) {
      around |= parent.tagName().matches("h[1-4]");
    }
    return inside || around;
  }

  private static boolean isNavigation(Element anchor) {
    for (Element parent : anchor.parents()) {
      String name = parent.tagName().toLowerCase(Locale.ROOT);
      if (name.equals("nav") || name.equals("footer") || parent.attr("role").equals("navigation")) {
        return true;
      }
    }
    return anchor.attr("rel").contains("nofollow") || anchor.attr("style").contains("display:none");
  }
}

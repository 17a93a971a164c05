package io.dateline.ingest.extract.meta;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the node of the article in the JSON-LD of a page (schema.org). */
public final class JsonLd {

  private static final int MAX_NODES = 2_000;

  private static final Set<String> ARTICLE_TYPES =
      Set.of(
          "Article",
          "NewsArticle",
          "ReportageNewsArticle",
          "AnalysisNewsArticle",
          "OpinionNewsArticle",
          "BackgroundNewsArticle",
          "ReviewNewsArticle",
          "AskPublicNewsArticle",
          "SatiricalArticle",
          "AdvertiserContentArticle",
          "BlogPosting",
          "LiveBlogPosting",
          "TechArticle",
          "ScholarlyArticle",
          "Report",
          "Review",
          "SocialMediaPosting",
          "MedicalWebPage",
          "CreativeWork",
          "Recipe",
          "HowTo");

  private static final Set<String> PAGE_TYPES =
      Set.of("WebPage", "VideoObject", "ImageGallery", "ItemPage", "PodcastEpisode", "Event");

  private final ObjectReader reader =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  /**
   * All typed nodes of all scripts, outer before inner.
   *
   * @param scripts contents of the {@code application/ld+json} scripts
   */
  public List<LdNode> nodes(List<String> scripts) {
    List<LdNode> nodes = new ArrayList<>();
    for (String script : scripts) {
      JsonNode root = isWorthReading(script) ? parse(script) : null;
      if (root != null) {
        collect(root, nodes, 0);
      }
    }
    return nodes;
  }

  /** The node of the page's main article; null when there is none. */
  public static @Nullable LdNode article(List<LdNode> nodes, String url) {
    LdNode best = null;
    int bestScore = 0;
    for (LdNode node : nodes) {
      int score = score(node, url);
      if (score > bestScore) {
        best = node;
        bestScore = score;
      }
    }
    return best;
  }

  private static int score(LdNode node, String url) {
    int score = 0;
    for (String type : node.types()) {
      if (ARTICLE_TYPES.contains(type)) {
        score = Math.max(score, type.endsWith("Article") || type.endsWith("Posting") ? 100 : 70);
      } else if (PAGE_TYPES.contains(type)) {
        score = Math.max(score, type.equals("WebPage") ? 20 : 10);
      }
    }
    if (score == 0) {
      return 0;
    }
    String own = node.text("url");
    String main = node.reference("mainEntityOfPage");
    if (isSame(url, own) || isSame(url, main)) {
      score += 30;
    }
    score += node.has("headline") ? 8 : 0;
    score += node.has("datePublished") ? 8 : 0;
    score += node.has("articleBody") ? 5 : 0;
    score += node.has("author") ? 3 : 0;
    return score;
  }

  private static boolean isSame(String url, @Nullable String other) {
    return other != null && bare(url).equals(bare(other));
  }

  private static String bare(String url) {
    int end = url.length();
    int cut = url.indexOf('#');
    end = cut >= 0 ? cut : end;
    cut = url.indexOf('?');
    end = cut >= 0 && cut < end ? cut : end;
    while (end > 0 && url.charAt(end - 1) == '/') {
      end--;
    }
    int start = url.indexOf("//");
    String rest = url.substring(start < 0 || start + 2 > end ? 0 : start + 2, end);
    return rest.startsWith("www.") ? rest.substring(4) : rest;
  }

  /** Breadcrumbs, search boxes and the like need not be parsed at all. */
  private static boolean isWorthReading(String script) {
    return script.contains("ublished")
        || script.contains("Gallery")
        || script.contains("\"ItemList\"")
        || script.contains("CollectionPage")
        || script.contains("SearchResultsPage")
        || script.contains("headline")
        || script.contains("Article")
        || script.contains("Posting")
        || script.contains("VideoObject")
        || script.contains("WebPage");
  }

  private @Nullable JsonNode parse(String script) {
    String text = script.strip();
    if (text.isEmpty()) {
      return null;
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      try {
        return reader.readTree(text);
      } catch (JacksonException e) {
        return TolerantJson.read(text); // the page's mistake: read as far as it goes
      }
    }
    return TolerantJson.read(text);
  }

  private static void collect(JsonNode json, List<LdNode> out, int depth) {
    if (depth > 12 || out.size() >= MAX_NODES) {
      return;
    }
    if (json.isArray()) {
      for (JsonNode child : json) {
        collect(child, out, depth + 1);
      }
    } else if (json.isObject()) {
      if (json.has("@type")) {
        out.add(new LdNode(json));
      }
      for (String key :
          List.of(
              "@graph",
              "mainEntity",
              "mainEntityOfPage",
              "hasPart",
              "itemListElement",
              "item",
              "subjectOf")) {
        JsonNode child = json.get(key);
        if (child != null && child.isContainerNode()) {
          collect(child, out, depth + 1);
        }
      }
    }
  }
}

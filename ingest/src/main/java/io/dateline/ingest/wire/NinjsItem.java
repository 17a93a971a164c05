package io.dateline.ingest.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.ingest.feed.FeedDate;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Credits;
import io.dateline.model.Dates;
import io.dateline.model.Image;
import io.dateline.model.LanguageTag;
import io.dateline.model.Paragraph;
import io.dateline.model.PubStatus;
import io.dateline.model.Rights;
import io.dateline.model.Text;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One ninjs object; ninjs 2 writes its names in lower case, ninjs 3 in camel case. */
final class NinjsItem {

  private NinjsItem() {}

  /**
   * The item.
   *
   * @throws IllegalArgumentException saying what keeps it from being a text item
   */
  static WireItem read(JsonNode root) {
    String uri = text(root, "uri");
    if (!root.isObject() || uri == null) {
      throw new IllegalArgumentException("no ninjs: field 'uri' is missing");
    }
    String type = text(root, "type");
    if (type != null && !type.equals("text")) {
      throw new IllegalArgumentException("a ninjs item of type '" + type + "', not a text");
    }
    OffsetDateTime embargo = date(root, "embargoedUntil");
    String headline = headline(root);
    Article article =
        Article.builder(
                new ArticleUri(uri), new Text(headline, null, summary(root), body(root, headline)))
            .status(status(text(root, "pubStatus")))
            .language(new LanguageTag(Nodes.orElse(text(root, "language"), "und")))
            .dates(new Dates(date(root, "firstCreated"), date(root, "versionCreated")))
            .credits(credits(root))
            .dateline(Nodes.dateline(text(root, "located")))
            .images(images(root))
            .keywords(names(root, "subjects"))
            .rights(rights(root))
            .edNote(text(root, "edNote"))
            .build();
    return new WireItem(article, embargo == null ? null : embargo.toInstant());
  }

  /** A status that ninjs does not name is an error: nobody may publish on a guess. */
  static PubStatus status(@Nullable String id) {
    if (id == null) {
      return PubStatus.USABLE;
    }
    return switch (id.toLowerCase(Locale.ROOT)) {
      case "usable" -> PubStatus.USABLE;
      case "withheld" -> PubStatus.WITHHELD;
      case "canceled", "cancelled" -> PubStatus.CANCELED;
      default -> throw new IllegalArgumentException("unknown status '" + id + "'");
    };
  }

  private static String headline(JsonNode root) {
    String plain = text(root, "headline");
    if (plain != null) {
      return plain;
    }
    for (JsonNode node : array(root, "headlines")) {
      String role = text(node, "role");
      if (role == null || role.equals("main")) {
        return Nodes.orElse(text(node, "value"), "");
      }
    }
    return Nodes.orElse(
        text(array(root, "headlines").path(0), "value"), Nodes.orElse(text(root, "title"), ""));
  }

  private static @Nullable String summary(JsonNode root) {
    for (JsonNode node : array(root, "descriptions")) {
      String role = Nodes.orElse(text(node, "role"), "summary");
      if (List.of("summary", "abstract", "lead", "text", "drol:summary").contains(role)) {
        return text(node, "value");
      }
    }
    return text(root, "description_text");
  }

  /** Marked-up bodies keep their paragraphs, so they come first. */
  private static List<Paragraph> body(JsonNode root, String headline) {
    String plain = text(root, "body_text");
    String html = Nodes.either(text(root, "body_xhtml"), text(root, "body_html"));
    for (JsonNode node : array(root, "bodies")) {
      String type = Nodes.orElse(text(node, "contentType"), "text/plain").toLowerCase(Locale.ROOT);
      String value = text(node, "value");
      if (html == null && type.contains("html")) {
        html = value;
      } else if (plain == null && type.equals("text/plain")) {
        plain = value;
      }
    }
    if (html != null) {
      return Paragraphs.ofHtml(html, headline);
    }
    return plain == null ? List.of() : Paragraph.split(plain);
  }

  private static Credits credits(JsonNode root) {
    List<String> authors = new ArrayList<>();
    for (JsonNode person : array(root, "people")) {
      String name = text(person, "name");
      if (name != null && "author".equals(text(person, "rel"))) {
        authors.add(name);
      }
    }
    return new Credits(
        Nodes.either(text(root, "by"), text(root, "byline")),
        authors,
        names(root, "infoSources"),
        null);
  }

  private static List<Image> images(JsonNode root) {
    List<Image> images = new ArrayList<>();
    for (JsonNode node : field(root, "associations")) {
      String uri = text(node, "uri");
      if (uri != null && "picture".equals(text(node, "type"))) {
        String caption = text(array(node, "descriptions").path(0), "value");
        String by = Nodes.either(text(node, "copyrightNotice"), text(node, "by"));
        images.add(
            new Image(
                uri,
                Nodes.either(caption, text(node, "description_text")),
                by,
                names(node, "infoSources")));
      }
    }
    return images;
  }

  private static Rights rights(JsonNode root) {
    String notice = Nodes.either(text(root, "copyrightNotice"), text(root, "copyrightHolder"));
    boolean partial = "partial".equals(text(root, "representationType"));
    return new Rights(
        notice,
        text(root, "usageTerms"),
        List.of(),
        partial ? Rights.Access.TEASER : Rights.Access.FREE,
        partial ? "representationType partial" : null);
  }

  private static List<String> names(JsonNode root, String list) {
    List<String> names = new ArrayList<>();
    for (JsonNode node : array(root, list)) {
      String name = text(node, "name");
      if (name != null && !names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private static JsonNode array(JsonNode node, String name) {
    JsonNode found = field(node, name);
    // ninjs 1 and 2 have some of the lists in the singular
    return found.isArray() ? found : field(node, name.substring(0, name.length() - 1));
  }

  private static JsonNode field(JsonNode node, String name) {
    JsonNode found = node.path(name);
    return found.isMissingNode() ? node.path(name.toLowerCase(Locale.ROOT)) : found;
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = field(node, name);
    String text = value.isTextual() || value.isNumber() ? value.asText().strip() : "";
    return text.isEmpty() ? null : text;
  }

  private static @Nullable OffsetDateTime date(JsonNode root, String name) {
    return FeedDate.parse(text(root, name));
  }
}

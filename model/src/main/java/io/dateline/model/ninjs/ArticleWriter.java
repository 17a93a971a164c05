package io.dateline.model.ninjs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.Article;
import io.dateline.model.Credits;
import io.dateline.model.Dateline;
import io.dateline.model.Image;
import io.dateline.model.Paragraph;
import io.dateline.model.Provenance;
import io.dateline.model.Removal;
import io.dateline.model.Rights;
import io.dateline.model.Text;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an article as a ninjs 3.1 tree. {@link io.dateline.model.Passage} relies on the order. */
final class ArticleWriter {

  static final String SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";

  private static final String PLAIN = "text/plain";

  private ArticleWriter() {}

  static ObjectNode write(Article article) {
    ObjectNode root = Json.object();
    root.put("uri", article.uri().value());
    root.put("type", "text");
    boolean teaser = article.rights().access() == Rights.Access.TEASER;
    root.put("representationType", teaser ? "partial" : "full");
    root.put("version", Integer.toString(article.version()));
    Json.put(root, "firstCreated", date(article.dates().firstCreated()));
    Json.put(root, "versionCreated", date(article.dates().versionCreated()));
    root.put("pubStatus", article.status().id());
    root.put("language", article.language().value());
    writeText(root, article.text());
    writeDescriptions(root, article);
    writeCredits(root, article);
    writeDateline(root, article.dateline());
    Json.put(root, "subjects", subjects(article));
    Json.put(root, "associations", associations(article.images()));
    writeRights(root, article.rights());
    Json.put(root, "edNote", article.edNote());
    Json.put(root, "altIds", altIds(article.provenance()));
    writeStandard(root, "ninjs", "3.1", SCHEMA);
    return root;
  }

  static void writeStandard(ObjectNode root, String name, String version, String schema) {
    root.putObject("standard").put("name", name).put("version", version).put("schema", schema);
  }

  private static void writeText(ObjectNode root, Text text) {
    Json.put(root, "title", text.headline().isEmpty() ? null : text.headline());
    ArrayNode headlines = root.putArray("headlines");
    headlines.add(value(Roles.MAIN, PLAIN, text.headline()));
    if (text.kicker() != null) {
      headlines.add(value(Roles.KICKER, PLAIN, text.kicker()));
    }
    if (text.paragraphs().isEmpty()) {
      return;
    }
    String body = text.body();
    ArrayNode bodies = root.putArray("bodies");
    ObjectNode main = value(Roles.MAIN, PLAIN, body);
    main.put("charCount", body.length());
    main.put("wordCount", wordCount(text.paragraphs()));
    bodies.add(main);
    String markup = Xhtml.write(text.paragraphs());
    bodies.add(value(Roles.MARKED_UP, "application/xhtml+xml", markup));
  }

  private static int wordCount(List<Paragraph> paragraphs) {
    int words = 0;
    for (Paragraph paragraph : paragraphs) {
      boolean inWord = false;
      for (char c : paragraph.text().toCharArray()) {
        boolean letter = isAsciiSign(c) || !Character.isWhitespace(c);
        words += letter && !inWord ? 1 : 0;
        inWord = letter;
      }
    }
    return words;
  }

  /** What most characters are; it saves the table of all. */
  private static boolean isAsciiSign(char c) {
    return c > ' ' && c < 0x7F;
  }

  private static void writeDescriptions(ObjectNode root, Article article) {
    ArrayNode out = JsonNodeFactory.instance.arrayNode();
    add(out, Roles.SUMMARY, article.text().summary());
    add(out, Roles.ACCESS, article.rights().accessReason());
    Dateline dateline = article.dateline();
    if (dateline != null) {
      add(out, Roles.DATELINE, dateline.raw());
      add(out, Roles.DATELINE_DATE, dateline.date());
    }
    for (Removal removal : article.removed()) {
      add(out, Roles.REMOVED + removal.kind().id(), removal.text());
    }
    Json.put(root, "descriptions", out);
  }

  private static void writeCredits(ObjectNode root, Article article) {
    Credits credits = article.credits();
    Json.put(root, "by", credits.byline());
    ArrayNode people = JsonNodeFactory.instance.arrayNode();
    for (String author : credits.authors()) {
      people.add(named(author, "rel", Roles.AUTHOR));
    }
    Json.put(root, "people", people);
    if (credits.publisher() != null) {
      root.putArray("organisations").add(named(credits.publisher(), "rel", Roles.PUBLISHER));
    }
    ArrayNode sources = JsonNodeFactory.instance.arrayNode();
    for (String agency : credits.agencies()) {
      sources.add(named(agency, "role", Roles.AGENCY));
    }
    Dateline dateline = article.dateline();
    if (dateline != null && dateline.agency() != null) {
      sources.add(named(dateline.agency(), "role", Roles.DATELINE));
    }
    Json.put(root, "infoSources", sources);
  }

  private static void writeDateline(ObjectNode root, @Nullable Dateline dateline) {
    if (dateline == null) {
      return;
    }
    Json.put(root, "located", dateline.located());
    ArrayNode places = root.putArray("places");
    for (String place : dateline.places()) {
      places.add(named(place, "rel", Roles.DATELINE));
    }
    if (dateline.region() != null) {
      places.add(named(dateline.region(), "rel", Roles.REGION));
    }
  }

  private static ArrayNode subjects(Article article) {
    ArrayNode subjects = JsonNodeFactory.instance.arrayNode();
    if (article.section() != null) {
      subjects.add(named(article.section(), "rel", Roles.SECTION));
    }
    for (String keyword : article.keywords()) {
      subjects.add(named(keyword, "rel", Roles.KEYWORD));
    }
    return subjects;
  }

  private static ArrayNode associations(List<Image> images) {
    ArrayNode out = JsonNodeFactory.instance.arrayNode();
    for (Image image : images) {
      ObjectNode node = out.addObject();
      node.put("name", "image-" + out.size());
      Json.put(node, "uri", image.uri());
      node.put("type", "picture");
      if (image.caption() != null) {
        node.putArray("descriptions").add(value(Roles.CAPTION, PLAIN, image.caption()));
      }
      Json.put(node, "copyrightNotice", image.credit());
      ArrayNode sources = JsonNodeFactory.instance.arrayNode();
      for (String source : image.creditSources()) {
        sources.add(named(source, "role", Roles.PHOTO_CREDIT));
      }
      Json.put(node, "infoSources", sources);
    }
    return out;
  }

  private static void writeRights(ObjectNode root, Rights rights) {
    Json.put(root, "copyrightNotice", rights.notice());
    Json.put(root, "usageTerms", rights.usageTerms());
    if (!rights.optOuts().isEmpty()) {
      ObjectNode info = root.putObject("rightsInfo").put("langId", Roles.OPT_OUTS);
      Json.put(info, "encodedRights", String.join("\n", rights.optOuts()));
    }
  }

  private static ArrayNode altIds(Provenance from) {
    ArrayNode ids = JsonNodeFactory.instance.arrayNode();
    addId(ids, Roles.SOURCE, from.source());
    addId(ids, Roles.ORIGINAL, from.originalUrl());
    addId(ids, Roles.CANONICAL, from.canonicalUrl());
    addId(ids, Roles.AMP, from.ampUrl());
    addId(ids, Roles.HASH, from.contentHash());
    addId(ids, Roles.FETCHED, from.fetchedAt());
    return ids;
  }

  private static void addId(ArrayNode ids, String role, @Nullable Object value) {
    if (value != null) {
      ids.addObject().put("role", role).put("value", value.toString());
    }
  }

  private static void add(ArrayNode out, String role, @Nullable String text) {
    if (text != null) {
      out.add(value(role, PLAIN, text));
    }
  }

  private static ObjectNode value(String role, String contentType, String text) {
    ObjectNode node = Json.object().put("role", role).put("contentType", contentType);
    Json.put(node, "value", text);
    return node;
  }

  private static ObjectNode named(String name, String relation, String value) {
    ObjectNode node = Json.object();
    Json.put(node, "name", name);
    return node.put(relation, value);
  }

  private static @Nullable String date(@Nullable OffsetDateTime date) {
    return date == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date);
  }
}

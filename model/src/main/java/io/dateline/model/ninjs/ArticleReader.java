package io.dateline.model.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Credits;
import io.dateline.model.Dateline;
import io.dateline.model.Dates;
import io.dateline.model.Image;
import io.dateline.model.LanguageTag;
import io.dateline.model.Paragraph;
import io.dateline.model.Provenance;
import io.dateline.model.PubStatus;
import io.dateline.model.Reason;
import io.dateline.model.Removal;
import io.dateline.model.Rights;
import io.dateline.model.SourceId;
import io.dateline.model.Text;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a ninjs 2 or 3 text item; what it does not know it ignores. */
final class ArticleReader {

  private ArticleReader() {}

  static Article read(ObjectNode root) throws CodecException {
    try {
      return readFields(root);
    } catch (IllegalArgumentException e) {
      throw new CodecException(Reason.BAD_NINJS, String.valueOf(e.getMessage()), e);
    }
  }

  private static Article readFields(ObjectNode root) throws CodecException {
    String uri = Json.text(root, "uri");
    if (uri == null) {
      throw new CodecException(Reason.BAD_NINJS, "field 'uri' is missing");
    }
    return Article.builder(new ArticleUri(uri), text(root))
        .version(version(root))
        .status(status(root))
        .language(language(root))
        .dates(new Dates(date(root, "firstCreated"), date(root, "versionCreated")))
        .credits(credits(root))
        .dateline(dateline(root))
        .images(images(root))
        .keywords(keywords(root))
        .section(Lookup.byRole(root, "subjects", "rel", Roles.SECTION, "name"))
        .provenance(provenance(root))
        .rights(rights(root))
        .edNote(Json.text(root, "edNote"))
        .removed(removed(root))
        .build();
  }

  private static Text text(ObjectNode root) throws CodecException {
    String headline = Lookup.byRole(root, "headlines", "role", Roles.MAIN, "value");
    if (headline == null) {
      headline = Lookup.firstPlain(root, "headlines", Roles.KICKER);
    }
    if (headline == null) {
      headline = Json.text(root, "title");
    }
    String summary = Lookup.byRole(root, "descriptions", "role", Roles.SUMMARY, "value");
    if (summary == null) {
      summary = unnamedDescription(root);
    }
    return new Text(
        headline == null ? "" : headline,
        Lookup.byRole(root, "headlines", "role", Roles.KICKER, "value"),
        summary,
        paragraphs(root));
  }

  private static List<Paragraph> paragraphs(ObjectNode root) throws CodecException {
    String markup = Lookup.byRole(root, "bodies", "role", Roles.MARKED_UP, "value");
    String plain = Lookup.byRole(root, "bodies", "role", Roles.MAIN, "value");
    if (plain == null) {
      plain = Lookup.firstPlain(root, "bodies", Roles.MARKED_UP);
    }
    if (markup != null) {
      List<Paragraph> paragraphs = Xhtml.read(markup);
      if (plain == null || Text.of("", plain).body().equals(joined(paragraphs))) {
        return paragraphs;
      }
    }
    return plain == null ? List.of() : Paragraph.split(plain);
  }

  private static String joined(List<Paragraph> paragraphs) {
    return new Text("", null, null, paragraphs).body();
  }

  private static @Nullable String unnamedDescription(ObjectNode root) throws CodecException {
    for (JsonNode element : Json.array(root, "descriptions")) {
      String role = Json.text(element, "role");
      if (role == null || role.equals("abstract") || role.equals("drol:summary")) {
        return Json.text(element, "value");
      }
    }
    return null;
  }

  private static int version(ObjectNode root) throws CodecException {
    JsonNode value = root.get("version");
    try {
      return value == null ? 1 : Math.max(1, Integer.parseInt(value.asText().strip()));
    } catch (NumberFormatException e) {
      return 1; // versions of other producers may be any string
    }
  }

  private static PubStatus status(ObjectNode root) throws CodecException {
    String id = Json.text(root, "pubStatus");
    for (PubStatus status : PubStatus.values()) {
      if (status.id().equals(id)) {
        return status;
      }
    }
    if (id != null) {
      throw new CodecException(Reason.BAD_NINJS, "unknown pubStatus '" + id + "'");
    }
    return PubStatus.USABLE;
  }

  private static LanguageTag language(ObjectNode root) throws CodecException {
    String tag = Json.text(root, "language");
    return tag == null ? LanguageTag.UNKNOWN : new LanguageTag(tag);
  }

  private static @Nullable OffsetDateTime date(ObjectNode root, String field)
      throws CodecException {
    String text = Json.text(root, field);
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new CodecException(
          Reason.BAD_NINJS, "field '" + field + "' is not an RFC 3339 date-time: " + text, e);
    }
  }

  private static Credits credits(ObjectNode root) throws CodecException {
    List<String> agencies = new ArrayList<>();
    for (JsonNode source : Json.array(root, "infoSources")) {
      String name = Json.text(source, "name");
      if (name != null && !Roles.DATELINE.equals(Json.text(source, "role"))) {
        agencies.add(name);
      }
    }
    return new Credits(
        Json.text(root, "by"),
        Lookup.namesByRel(root, "people", Roles.AUTHOR),
        agencies,
        Lookup.byRole(root, "organisations", "rel", Roles.PUBLISHER, "name"));
  }

  private static @Nullable Dateline dateline(ObjectNode root) throws CodecException {
    String located = Json.text(root, "located");
    if (located == null || located.isBlank()) {
      return null;
    }
    List<String> places = Lookup.namesByRel(root, "places", Roles.DATELINE);
    String raw = Lookup.byRole(root, "descriptions", "role", Roles.DATELINE, "value");
    return new Dateline(
        raw == null ? located : raw,
        places.isEmpty() ? List.of(located) : places,
        Lookup.byRole(root, "places", "rel", Roles.REGION, "name"),
        Lookup.byRole(root, "infoSources", "role", Roles.DATELINE, "name"),
        Lookup.byRole(root, "descriptions", "role", Roles.DATELINE_DATE, "value"));
  }

  private static List<Image> images(ObjectNode root) throws CodecException {
    List<Image> images = new ArrayList<>();
    for (JsonNode node : Json.array(root, "associations")) {
      String uri = Json.text(node, "uri");
      if (uri == null || !"picture".equals(Json.text(node, "type"))) {
        continue;
      }
      List<String> sources = new ArrayList<>();
      for (JsonNode source : Json.array(node, "infoSources")) {
        String name = Json.text(source, "name");
        if (name != null) {
          sources.add(name);
        }
      }
      String caption = Lookup.byRole(node, "descriptions", "role", Roles.CAPTION, "value");
      if (caption == null) {
        caption = Lookup.firstPlain(node, "descriptions", "");
      }
      images.add(new Image(uri, caption, Json.text(node, "copyrightNotice"), sources));
    }
    return images;
  }

  /** Our keywords, and the names of the subjects that another producer gave. */
  private static List<String> keywords(ObjectNode root) throws CodecException {
    List<String> keywords = new ArrayList<>();
    for (JsonNode subject : Json.array(root, "subjects")) {
      String name = Json.text(subject, "name");
      boolean ours = Roles.CREATOR.equals(Json.text(subject, "creator"));
      if (name != null && !ours && !Roles.SECTION.equals(Json.text(subject, "rel"))) {
        keywords.add(name);
      }
    }
    return keywords;
  }

  private static Provenance provenance(ObjectNode root) throws CodecException {
    String source = altId(root, Roles.SOURCE);
    String fetched = altId(root, Roles.FETCHED);
    try {
      return new Provenance(
          source == null ? null : new SourceId(source),
          altId(root, Roles.ORIGINAL),
          altId(root, Roles.CANONICAL),
          altId(root, Roles.AMP),
          altId(root, Roles.HASH),
          fetched == null ? null : Instant.parse(fetched));
    } catch (DateTimeParseException e) {
      throw new CodecException(Reason.BAD_NINJS, "altId 'fetched' is no instant: " + fetched, e);
    }
  }

  private static @Nullable String altId(ObjectNode root, String role) throws CodecException {
    return Lookup.byRole(root, "altIds", "role", role, "value");
  }

  private static Rights rights(ObjectNode root) throws CodecException {
    List<String> optOuts = List.of();
    JsonNode info = root.path("rightsInfo");
    if (Roles.OPT_OUTS.equals(info.path("langId").textValue())) {
      String encoded = Json.text(info, "encodedRights");
      optOuts = encoded == null ? List.of() : List.of(encoded.split("\n"));
    }
    boolean teaser = "partial".equals(Json.text(root, "representationType"));
    return new Rights(
        Json.text(root, "copyrightNotice"),
        Json.text(root, "usageTerms"),
        optOuts,
        teaser ? Rights.Access.TEASER : Rights.Access.FREE,
        Lookup.byRole(root, "descriptions", "role", Roles.ACCESS, "value"));
  }

  private static List<Removal> removed(ObjectNode root) throws CodecException {
    List<Removal> removed = new ArrayList<>();
    for (JsonNode node : Json.array(root, "descriptions")) {
      String role = Json.text(node, "role");
      String value = Json.text(node, "value");
      if (role == null || value == null || !role.startsWith(Roles.REMOVED)) {
        continue;
      }
      for (Removal.Kind kind : Removal.Kind.values()) {
        if (role.equals(Roles.REMOVED + kind.id())) {
          removed.add(new Removal(kind, value));
        }
      }
    }
    return removed;
  }
}

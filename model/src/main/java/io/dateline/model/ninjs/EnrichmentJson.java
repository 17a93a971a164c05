package io.dateline.model.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.CopyGroup;
import io.dateline.model.Enrichment;
import io.dateline.model.Evidence;
import io.dateline.model.LanguageTag;
import io.dateline.model.Reason;
import io.dateline.model.Removal;
import io.dateline.model.StoryRef;
import io.dateline.model.Tag;
import io.dateline.model.Tag.Kind;
import io.dateline.model.Tag.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The {@code enrichment} object of the enriched channel. */
final class EnrichmentJson {

  /** The field behind those of grouping; always written. */
  static final String REMOVED = "removed";

  private EnrichmentJson() {}

  static ObjectNode write(Enrichment enrichment) {
    ObjectNode node = Json.object();
    node.put("pipeline", enrichment.pipeline());
    node.put("vocabulary", enrichment.vocabulary());
    node.put("language", enrichment.language().value());
    addAll(node.putArray("countries"), enrichment.codes(Kind.COUNTRY, Relation.ABOUT));
    addAll(node.putArray("countriesMentioned"), enrichment.codes(Kind.COUNTRY, Relation.MENTIONS));
    ArrayNode topics = node.putArray("topics");
    addAll(topics, enrichment.codes(Kind.TOPIC, Relation.ABOUT));
    addAll(topics, enrichment.codes(Kind.TOPIC, Relation.BROADER));
    ArrayNode tags = node.putArray("tags");
    enrichment.tags().forEach(tag -> tags.add(tag(tag)));
    addGroups(node, enrichment.copyGroup(), enrichment.story());
    ArrayNode removed = node.putArray(REMOVED);
    for (Removal removal : enrichment.removed()) {
      Json.put(removed.addObject().put("kind", removal.kind().id()), "text", removal.text());
    }
    addAll(node.putArray("notes"), enrichment.notes());
    return node;
  }

  /** The fields that grouping adds, in their place before {@link #REMOVED}. */
  static void addGroups(ObjectNode node, @Nullable CopyGroup copies, @Nullable StoryRef story) {
    if (copies != null) {
      ObjectNode group = node.putObject("copyGroup");
      Json.put(group, "id", copies.id());
      group.put("role", copies.role().id()).put("similarity", copies.similarity());
    }
    if (story != null) {
      node.set("story", story(story));
    }
  }

  private static void addAll(ArrayNode array, List<String> values) {
    values.forEach(array::add);
  }

  private static ObjectNode tag(Tag tag) {
    ObjectNode node = Json.object();
    node.put("kind", tag.kind().id()).put("uri", tag.uri()).put("code", tag.code());
    node.put("name", tag.name()).put("rel", tag.relation().id());
    node.put("confidence", tag.confidence()).put("rule", tag.rule());
    node.put("inferred", tag.inferred());
    ArrayNode evidence = node.putArray("evidence");
    for (Evidence piece : tag.evidence()) {
      ObjectNode out = evidence.addObject();
      out.put("pointer", piece.pointer()).put("start", piece.start()).put("end", piece.end());
      Json.put(out, "words", piece.words());
    }
    return node;
  }

  private static ObjectNode story(StoryRef story) {
    ObjectNode node = Json.object();
    Json.put(node, "id", story.id());
    node.put("similarity", story.similarity());
    putRelated(node, story.related());
    return node;
  }

  /** The field that links a story to others. */
  static void putRelated(ObjectNode node, List<StoryRef.Related> links) {
    ArrayNode related = node.putArray("relatedStories");
    for (StoryRef.Related link : links) {
      ObjectNode out = related.addObject();
      Json.put(out, "id", link.id());
      out.put("rel", link.rel()).put("score", link.score());
    }
  }

  static Enrichment read(ObjectNode node) throws CodecException {
    List<Tag> tags = new ArrayList<>();
    for (JsonNode tag : Json.array(node, "tags")) {
      tags.add(readTag(tag));
    }
    List<Removal> removed = new ArrayList<>();
    for (JsonNode item : Json.array(node, REMOVED)) {
      Removal.Kind kind = find(Removal.Kind.values(), Removal.Kind::id, required(item, "kind"));
      removed.add(new Removal(kind, required(item, "text")));
    }
    List<String> notes = new ArrayList<>();
    for (JsonNode note : Json.array(node, "notes")) {
      notes.add(note.asText());
    }
    return new Enrichment(
        required(node, "pipeline"),
        required(node, "vocabulary"),
        new LanguageTag(required(node, "language")),
        tags,
        readCopies(node.get("copyGroup")),
        readStory(node.get("story")),
        removed,
        notes);
  }

  private static Tag readTag(JsonNode node) throws CodecException {
    List<Evidence> evidence = new ArrayList<>();
    for (JsonNode piece : Json.array(node, "evidence")) {
      evidence.add(
          new Evidence(
              required(piece, "pointer"),
              piece.path("start").asInt(),
              piece.path("end").asInt(),
              required(piece, "words")));
    }
    return new Tag(
        find(Kind.values(), Kind::id, required(node, "kind")),
        required(node, "code"),
        required(node, "name"),
        find(Relation.values(), Relation::id, required(node, "rel")),
        node.path("confidence").asInt(),
        required(node, "rule"),
        node.path("inferred").asBoolean(),
        evidence);
  }

  private static @Nullable CopyGroup readCopies(@Nullable JsonNode node) throws CodecException {
    if (node == null || !node.isObject()) {
      return null;
    }
    CopyGroup.Role role = find(CopyGroup.Role.values(), CopyGroup.Role::id, required(node, "role"));
    return new CopyGroup(required(node, "id"), role, node.path("similarity").asInt());
  }

  private static @Nullable StoryRef readStory(@Nullable JsonNode node) throws CodecException {
    if (node == null || !node.isObject()) {
      return null;
    }
    return new StoryRef(required(node, "id"), node.path("similarity").asInt(), readRelated(node));
  }

  static List<StoryRef.Related> readRelated(JsonNode node) throws CodecException {
    List<StoryRef.Related> related = new ArrayList<>();
    for (JsonNode link : Json.array(node, "relatedStories")) {
      related.add(
          new StoryRef.Related(
              required(link, "id"), required(link, "rel"), link.path("score").asInt()));
    }
    return related;
  }

  static String required(JsonNode node, String field) throws CodecException {
    String value = Json.text(node, field);
    if (value == null) {
      throw new CodecException(Reason.BAD_NINJS, "field '" + field + "' is missing");
    }
    return value;
  }

  private static <T> T find(T[] values, Function<T, String> id, String wanted)
      throws CodecException {
    for (T value : values) {
      if (id.apply(value).equals(wanted)) {
        return value;
      }
    }
    throw new CodecException(Reason.BAD_NINJS, "unknown value '" + wanted + "'");
  }
}

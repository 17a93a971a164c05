package io.dateline.model.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.CopyGroup;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Enrichment;
import io.dateline.model.Reason;
import io.dateline.model.StoryRef;
import io.dateline.model.Tag;
import io.dateline.model.Tag.Kind;
import io.dateline.model.Tag.Relation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Enriched articles to and from ninjs 3.1 extended by {@code enrichment}: the public contract. */
public final class EnrichedCodec {

  /** Address of the schema of the enriched channel's values. */
  public static final String SCHEMA = "https://dateline.example/schemas/enriched-1.json";

  private static final String VERSION = "1.0";

  /** No text of an article can hold it: there the quotation marks are escaped. */
  private static final byte[] BEHIND_GROUPS =
      (",\"" + EnrichmentJson.REMOVED + "\":[").getBytes(StandardCharsets.UTF_8);

  private EnrichedCodec() {}

  /** The enriched article in UTF-8. */
  public static byte[] toJson(EnrichedArticle enriched) {
    ObjectNode root = ArticleWriter.write(enriched.article());
    ArticleWriter.writeStandard(root, "dateline-enriched", VERSION, SCHEMA);
    addTags(root, enriched.enrichment());
    root.set("enrichment", EnrichmentJson.write(enriched.enrichment()));
    return Json.write(root);
  }

  /**
   * Reads an enriched article.
   *
   * @throws CodecException when the bytes are not JSON, or not ninjs with an enrichment
   */
  public static EnrichedArticle fromJson(byte[] bytes) throws CodecException {
    ObjectNode root = Json.read(bytes);
    JsonNode node = root.get("enrichment");
    if (!(node instanceof ObjectNode enrichment)) {
      throw new CodecException(Reason.BAD_NINJS, "field 'enrichment' is missing");
    }
    try {
      return new EnrichedArticle(ArticleReader.read(root), EnrichmentJson.read(enrichment));
    } catch (IllegalArgumentException e) {
      throw new CodecException(Reason.BAD_NINJS, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Adds its groups to an enriched article that has none yet, without reading and writing the rest:
   * the same bytes as {@link #toJson} of the whole.
   *
   * @param tagged what {@link #toJson} wrote
   */
  public static byte[] grouped(byte[] tagged, CopyGroup copies, StoryRef story) {
    ObjectNode groups = Json.object();
    EnrichmentJson.addGroups(groups, copies, story);
    byte[] fields = Json.write(groups);
    int at = lastIndexOf(tagged, BEHIND_GROUPS);
    if (at < 0) {
      throw new IllegalArgumentException("not the JSON of an enriched article");
    }
    fields[0] = ','; // in place of the opening brace; the closing one is left out
    return ByteBuffer.allocate(tagged.length + fields.length - 1)
        .put(tagged, 0, at)
        .put(fields, 0, fields.length - 1)
        .put(tagged, at, tagged.length - at)
        .array();
  }

  private static int lastIndexOf(byte[] bytes, byte[] wanted) {
    int at = bytes.length - wanted.length;
    while (at >= 0 && !Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
      at--;
    }
    return at;
  }

  private static void addTags(ObjectNode root, Enrichment enrichment) {
    ArrayNode subjects = root.withArrayProperty("subjects");
    for (Tag tag : enrichment.tags()) {
      ObjectNode subject = subjects.addObject();
      subject.put("name", tag.name()).put("rel", tag.relation().id()).put("uri", tag.uri());
      subject.put("creator", Roles.CREATOR).put("confidence", tag.confidence());
      if (tag.kind() == Kind.COUNTRY && tag.relation() == Relation.ABOUT) {
        ObjectNode place = root.withArrayProperty("places").addObject();
        place.put("name", tag.name()).put("rel", tag.relation().id()).put("uri", tag.uri());
      }
    }
    if (subjects.isEmpty()) {
      root.remove("subjects");
    }
  }
}

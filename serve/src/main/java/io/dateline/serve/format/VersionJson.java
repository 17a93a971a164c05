package io.dateline.serve.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Tag;
import io.dateline.model.diff.Change;
import io.dateline.model.diff.VersionDiff;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.model.ninjs.Json;
import java.util.List;
import java.util.Locale;

/** What changed from one version of an article to the next, as JSON. */
public final class VersionJson {

  private VersionJson() {}

  /**
   * The changes between two records of the enriched channel: kind, words kept, added and removed in
   * reading order, tags gained and lost.
   */
  public static ObjectNode changes(byte[] earlier, byte[] later) throws CodecException {
    EnrichedArticle before = EnrichedCodec.fromJson(earlier);
    VersionDiff diff = VersionDiff.of(before, EnrichedCodec.fromJson(later));
    ObjectNode node = Json.object().put("since", before.article().version());
    node.put("kind", diff.kind().name().toLowerCase(Locale.ROOT));
    words(diff.headline(), node.putArray("headline"));
    words(diff.body(), node.putArray("body"));
    tags(diff.gained(), node.putArray("gained"));
    tags(diff.lost(), node.putArray("lost"));
    return node;
  }

  private static void words(List<Change> changes, ArrayNode array) {
    for (Change change : changes) {
      String kind = change.kind().name().toLowerCase(Locale.ROOT);
      array.addObject().put("kind", kind).put("text", change.text());
    }
  }

  private static void tags(List<Tag> tags, ArrayNode array) {
    for (Tag tag : tags) {
      ObjectNode node = array.addObject().put("kind", tag.kind().id()).put("code", tag.code());
      node.put("name", tag.name()).put("rel", tag.relation().id());
    }
  }
}

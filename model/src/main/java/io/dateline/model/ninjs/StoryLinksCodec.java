package io.dateline.model.ninjs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.Reason;
import io.dateline.model.StoryLinks;

/**
 * Links of stories to and from the JSON of their channel, {@code docs/schema/story-links-1.json}.
 */
public final class StoryLinksCodec {

  private StoryLinksCodec() {}

  /** The links in UTF-8. */
  public static byte[] toJson(StoryLinks links) {
    ObjectNode node = Json.object();
    node.put("story", links.story());
    EnrichmentJson.putRelated(node, links.related());
    return Json.write(node);
  }

  /**
   * Reads links.
   *
   * @throws CodecException when the bytes are not JSON or lack a story or its links
   */
  public static StoryLinks fromJson(byte[] bytes) throws CodecException {
    ObjectNode node = Json.read(bytes);
    try {
      return new StoryLinks(
          EnrichmentJson.required(node, "story"), EnrichmentJson.readRelated(node));
    } catch (IllegalArgumentException e) {
      throw new CodecException(Reason.BAD_NINJS, "not links of a story: " + e.getMessage(), e);
    }
  }
}

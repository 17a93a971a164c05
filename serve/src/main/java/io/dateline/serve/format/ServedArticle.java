package io.dateline.serve.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.ArticleUri;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.Json;
import java.util.UUID;

/**
 * An article as the API gives it: the record of the enriched channel, byte for byte, with its
 * {@code id} in front.
 */
public final class ServedArticle {

  private ServedArticle() {}

  /** Puts the id of a uri in front of the other fields of a record. */
  public static byte[] withId(String uri, byte[] record) {
    return withId(new ArticleUri(uri).id(), record);
  }

  /** Puts an id in front of the other fields of a record. */
  public static byte[] withId(UUID id, byte[] record) {
    int brace = 0;
    while (brace < record.length && record[brace] != '{') {
      brace++;
    }
    byte[] head = ("{\"id\":\"" + id + "\",").getBytes(UTF_8);
    byte[] out = new byte[head.length + record.length - brace - 1];
    System.arraycopy(head, 0, out, 0, head.length);
    System.arraycopy(record, brace + 1, out, head.length, record.length - brace - 1);
    return out;
  }

  /** What is left of an erased article: its id and uri. */
  public static byte[] erased(String uri) {
    return Json.write(Json.object().put("id", new ArticleUri(uri).id().toString()).put("uri", uri));
  }

  /**
   * The record without what we added: plain ninjs for readers that refuse other fields.
   *
   * @throws CodecException when the record is not JSON
   */
  public static byte[] ninjs(byte[] record) throws CodecException {
    ObjectNode root = Json.read(record);
    root.remove("enrichment");
    root.putObject("standard")
        .put("name", "ninjs")
        .put("version", "3.1")
        .put("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json");
    return Json.write(root);
  }
}

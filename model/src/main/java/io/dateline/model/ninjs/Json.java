package io.dateline.model.ninjs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.CleanText;
import io.dateline.model.Reason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The one JSON mapper of the contract, with its limits. */
public final class Json {

  /** Deepest nesting read. */
  public static final int MAX_DEPTH = 200;

  /** Longest document read, in bytes. */
  public static final long MAX_DOCUMENT_BYTES = 32L * 1024 * 1024;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxDocumentLength(MAX_DOCUMENT_BYTES)
                          .build())
                  .build())
          .build();

  private Json() {}

  /** A new empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * Reads one JSON object.
   *
   * @throws CodecException with {@link Reason#BAD_JSON} when the bytes are not one JSON object
   */
  public static ObjectNode read(byte[] bytes) throws CodecException {
    try {
      if (MAPPER.readTree(bytes) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new CodecException(Reason.BAD_JSON, "not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new CodecException(Reason.BAD_JSON, "not JSON: " + e.getMessage(), e);
    }
    throw new CodecException(Reason.BAD_JSON, "not a JSON object");
  }

  /** Writes a tree as UTF-8. */
  public static byte[] write(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree that cannot be written", e);
    }
  }

  /** Puts a text unless it is null. */
  static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, CleanText.of(value));
    }
  }

  /** Puts an array unless it is empty. */
  static void put(ObjectNode node, String name, ArrayNode array) {
    if (!array.isEmpty()) {
      node.set(name, array);
    }
  }

  /** The text of a field, null when absent or null. */
  static @Nullable String text(JsonNode node, String name) throws CodecException {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new CodecException(Reason.BAD_NINJS, "field '" + name + "' is not a string");
    }
    return value.textValue();
  }

  /** The elements of an array field; none when absent. */
  static Iterable<JsonNode> array(JsonNode node, String name) throws CodecException {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return JsonNodeFactory.instance.arrayNode();
    }
    if (!value.isArray()) {
      throw new CodecException(Reason.BAD_NINJS, "field '" + name + "' is not an array");
    }
    for (JsonNode element : value) {
      if (!element.isObject() && !element.isTextual()) {
        throw new CodecException(
            Reason.BAD_NINJS, "an element of '" + name + "' is neither object nor string");
      }
    }
    return value;
  }
}

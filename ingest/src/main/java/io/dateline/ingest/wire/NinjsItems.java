package io.dateline.ingest.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Items of ninjs 2 and 3: one object, or a list of them. */
final class NinjsItems {

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(WireReader.MAX_DEPTH)
                      .maxStringLength(WireReader.MAX_BYTES)
                      .build())
              .build());

  private NinjsItems() {}

  static WireFile read(String json) {
    JsonNode root;
    try {
      root = MAPPER.readTree(json);
    } catch (JsonEOFException e) {
      return new WireFile.Unfinished("the JSON ends early: " + e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      return WireReader.bad("not JSON: " + e.getOriginalMessage());
    }
    List<WireItem> items = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    int number = 0;
    for (JsonNode node : root.isArray() ? root : List.of(root)) {
      number++;
      if (items.size() >= WireReader.MAX_ITEMS) {
        refused.add("more than " + WireReader.MAX_ITEMS + " items");
        break;
      }
      try {
        items.add(NinjsItem.read(node));
      } catch (IllegalArgumentException e) {
        refused.add("item " + number + ": " + e.getMessage());
      }
    }
    return items.isEmpty()
        ? WireReader.bad(refused.isEmpty() ? "no items" : String.join("; ", refused))
        : new WireFile.Items(items, refused);
  }
}

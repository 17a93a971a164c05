package io.dateline.ingest.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.model.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1 and 1.1. */
final class JsonFeedReader {

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(FeedReader.MAX_DEPTH).build())
              .build());

  private JsonFeedReader() {}

  static FeedResult read(String json, String url) {
    JsonNode root;
    try {
      root = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      return new FeedResult.Bad(Reason.BAD_FEED, "not JSON: " + e.getOriginalMessage());
    }
    JsonNode items = root.path("items");
    boolean named = root.path("version").asText().contains("jsonfeed");
    if (!root.isObject() || (!items.isArray() && !named)) {
      return new FeedResult.Bad(Reason.BAD_FEED, "JSON, but no JSON Feed");
    }
    List<FeedEntry> entries = new ArrayList<>();
    for (JsonNode item : items) {
      if (item.isObject() && entries.size() < FeedReader.MAX_ENTRIES) {
        entries.add(entry(item, url));
      }
    }
    return new FeedResult.Parsed(feed(root, url, entries));
  }

  private static ParsedFeed feed(JsonNode root, String url, List<FeedEntry> entries) {
    String icon = text(root, "icon");
    List<String> authors = authors(root);
    return new ParsedFeed(
        ParsedFeed.Format.JSON,
        text(root, "title"),
        text(root, "description"),
        Links.resolve(url, text(root, "home_page_url")),
        Links.resolve(url, text(root, "feed_url")),
        Links.resolve(url, hub(root)),
        Links.resolve(url, text(root, "next_url")),
        text(root, "language"),
        authors.isEmpty() ? null : authors.getFirst(),
        null,
        Links.resolve(url, icon == null ? text(root, "favicon") : icon),
        null,
        entries);
  }

  private static FeedEntry entry(JsonNode item, String url) {
    String own = text(item, "url");
    String id = text(item, "id");
    String link = own == null ? text(item, "external_url") : own;
    String html = text(item, "content_html");
    String plain = text(item, "content_text");
    return new FeedEntry(
        id,
        Links.resolve(url, link == null && Links.isWeb(id) ? id : link),
        null,
        Xml.plain(text(item, "title")),
        text(item, "summary"),
        html != null ? html : plain == null ? null : Escapes.text(plain),
        FeedDate.parse(text(item, "date_published")),
        FeedDate.parse(text(item, "date_modified")),
        authors(item),
        strings(item.path("tags")),
        text(item, "language"),
        null,
        attachments(item, url));
  }

  private static @Nullable String hub(JsonNode root) {
    for (JsonNode hub : root.path("hubs")) {
      if (text(hub, "url") != null) {
        return text(hub, "url");
      }
    }
    return null;
  }

  private static List<String> authors(JsonNode node) {
    List<String> names = new ArrayList<>();
    for (JsonNode author : node.path("authors")) {
      addName(author, names);
    }
    if (names.isEmpty()) {
      addName(node.path("author"), names);
    }
    return names;
  }

  private static void addName(JsonNode author, List<String> names) {
    String name = author.isTextual() ? author.textValue() : text(author, "name");
    if (name != null && !name.isBlank()) {
      names.add(name.strip());
    }
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    for (JsonNode node : array) {
      if (node.isTextual() && !node.textValue().isBlank()) {
        strings.add(node.textValue().strip());
      }
    }
    return strings;
  }

  private static List<FeedEntry.Enclosure> attachments(JsonNode item, String url) {
    List<FeedEntry.Enclosure> found = new ArrayList<>();
    for (JsonNode node : item.path("attachments")) {
      String address = Links.resolve(url, text(node, "url"));
      if (address != null) {
        found.add(
            new FeedEntry.Enclosure(address, text(node, "mime_type"), text(node, "size_in_bytes")));
      }
    }
    return found;
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual() && !value.isNumber()) {
      return null;
    }
    String text = value.asText().strip();
    return text.isEmpty() ? null : text;
  }
}

package io.dateline.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.ingest.schedule.PollBounds;
import io.dateline.ingest.url.Urls;
import io.dateline.model.LanguageTag;
import io.dateline.model.SourceId;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A source as JSON: the value of the sources channel, and one element of the sources file. */
public final class SourceJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What somebody outside may say of a source; which hosts may be private is not among it. */
  private static final Set<String> SENT =
      Set.of(
          "id", "name", "country", "language", "feeds", "hosts", "poll", "rights", "url", "kind");

  private SourceJson() {}

  /** The source in UTF-8. */
  public static byte[] write(Source source) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("id", source.id().value()).put("name", source.name());
    if (source.homeCountry() != null) {
      node.put("country", source.homeCountry());
    }
    if (source.language().isKnown()) {
      node.put("language", source.language().value());
    }
    ArrayNode feeds = node.putArray("feeds");
    for (Feed feed : source.feeds()) {
      feeds.addObject().put("url", feed.url()).put("kind", feed.kind().id());
    }
    source.hosts().stream().sorted().forEach(node.putArray("hosts")::add);
    source.privateHosts().stream().sorted().forEach(node.putArray("private")::add);
    node.putObject("poll")
        .put("min", source.poll().min().toString())
        .put("max", source.poll().max().toString());
    if (source.rights() != null) {
      node.put("rights", source.rights());
    }
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("source " + source.id() + " cannot be written", e);
    }
  }

  /**
   * Reads a source of the channel.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  public static Source read(byte[] json) {
    try {
      return read(MAPPER.readTree(json));
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a source that somebody sent: as in the sources file, or with {@code url} and perhaps
   * {@code kind} in place of feeds; without an id it is named after its site.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  public static Source readSent(byte[] json) {
    JsonNode node;
    try {
      node = MAPPER.readTree(json);
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
    if (!(node instanceof ObjectNode sent)) {
      throw new IllegalArgumentException("not a JSON object");
    }
    for (var field : sent.properties()) {
      if (!SENT.contains(field.getKey())) {
        throw new IllegalArgumentException("field '" + field.getKey() + "' is not taken here");
      }
    }
    if (sent.has("url")) {
      ObjectNode feed = sent.putArray("feeds").addObject();
      feed.set("url", sent.remove("url"));
      feed.set("kind", sent.remove("kind"));
    }
    for (Feed feed : feeds(sent.path("feeds"))) {
      if (feed.kind() == Feed.Kind.WIRE || Urls.host(feed.url()) == null) {
        throw new IllegalArgumentException("'" + feed.url() + "' is no web address");
      }
      if (!sent.has("id")) {
        sent.put("id", SourceNames.id(feed.url()));
      }
    }
    return read(sent);
  }

  /**
   * Reads a source.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  static Source read(JsonNode node) {
    String id = text(node, "id");
    if (id == null) {
      throw new IllegalArgumentException("a source without id");
    }
    String name = text(node, "name");
    String language = text(node, "language");
    return new Source(
        new SourceId(id),
        name == null ? id : name,
        country(text(node, "country")),
        language == null ? LanguageTag.UNKNOWN : new LanguageTag(language),
        feeds(node.path("feeds")),
        strings(node.path("hosts")),
        strings(node.path("private")),
        poll(node.path("poll")),
        text(node, "rights"));
  }

  private static @Nullable String country(@Nullable String code) {
    if (code == null) {
      return null;
    }
    String upper = code.toUpperCase(Locale.ROOT);
    if (!Set.of(Locale.getISOCountries()).contains(upper)) {
      throw new IllegalArgumentException("country '" + code + "' is no ISO 3166-1 code");
    }
    return upper;
  }

  private static List<Feed> feeds(JsonNode array) {
    List<Feed> feeds = new ArrayList<>();
    for (JsonNode node : array) {
      String url = node.isTextual() ? node.textValue() : text(node, "url");
      if (url == null) {
        throw new IllegalArgumentException("a feed without url");
      }
      String kind = node.isTextual() ? null : text(node, "kind");
      feeds.add(new Feed(url.strip(), kind == null ? Feed.Kind.AUTO : kind(kind)));
    }
    return feeds;
  }

  private static Feed.Kind kind(String id) {
    for (Feed.Kind kind : Feed.Kind.values()) {
      if (kind.id().equals(id)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "kind '" + id + "' is none of auto, sitemap, section, page, wire");
  }

  private static PollBounds poll(JsonNode node) {
    return new PollBounds(
        duration(text(node, "min"), PollBounds.DEFAULT.min()),
        duration(text(node, "max"), PollBounds.DEFAULT.max()));
  }

  private static Duration duration(@Nullable String text, Duration otherwise) {
    if (text == null) {
      return otherwise;
    }
    try {
      String upper = text.strip().toUpperCase(Locale.ROOT);
      return Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "' is no duration such as 5m or 2h", e);
    }
  }

  private static Set<String> strings(JsonNode array) {
    Set<String> strings = new HashSet<>();
    array.forEach(n -> strings.add(n.asText().strip()));
    return strings;
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText() : null;
  }
}

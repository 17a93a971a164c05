package io.dateline.serve.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.ninjs.Json;
import io.dateline.serve.store.StoryStore;
import io.dateline.serve.store.StoryStore.Story;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;

/** Lists of stories, and what is told of one. */
final class StoryRoutes {

  /** Articles older than that are not counted unless asked for. */
  private static final Duration DEFAULT_PERIOD = Duration.ofDays(30);

  private static final int DEFAULT_LIMIT = 50;

  private final StoryStore store;
  private final Filters filters;
  private final InstantSource clock;

  StoryRoutes(StoryStore store, Filters filters, InstantSource clock) {
    this.store = store;
    this.filters = filters;
    this.clock = clock;
  }

  void addTo(Router router) {
    router.add("GET", "/api/v1/stories", this::list);
  }

  private void list(Exchange exchange) throws IOException, SQLException {
    Parameters parameters =
        exchange
            .parameters()
            .allow("order", "topic", "country", "lang", "source", "from", "to", "limit");
    Instant from = parameters.time("from");
    Instant to = parameters.time("to");
    Instant end = to == null ? clock.instant() : to;
    StoryStore.Request request =
        new StoryStore.Request(
            filters.read(parameters),
            from == null ? end.minus(DEFAULT_PERIOD) : from,
            to,
            parameters.word("order", StoryStore.Order.NEWEST, StoryStore.Order.class),
            parameters.integer("limit", DEFAULT_LIMIT, 1, StoryStore.MAX_LIMIT));
    ObjectNode root = Json.object();
    ArrayNode stories = root.putArray("stories");
    store.list(request).forEach(story -> write(story, stories.addObject()));
    root.put("complete", stories.size() < request.limit());
    exchange.json(root);
  }

  /** What is told of a story in front of its articles. */
  static ObjectNode write(Story story, Iterable<StoryStore.Related> related) {
    ObjectNode node = write(story, Json.object());
    ArrayNode merged = node.putArray("mergedStories");
    story.members().stream().filter(id -> !id.equals(story.id())).sorted().forEach(merged::add);
    ArrayNode others = node.putArray("relatedStories");
    for (StoryStore.Related other : related) {
      others
          .addObject()
          .put("id", other.id())
          .put("score", other.score())
          .put("language", other.language())
          .put("headline", other.headline())
          .put("articles", other.articles());
    }
    return node;
  }

  private static ObjectNode write(Story story, ObjectNode node) {
    node.put("id", story.id()).put("headline", story.headline());
    node.put("article", story.article().toString()).put("language", story.language());
    node.put("articles", story.articles()).put("withoutCopies", story.withoutCopies());
    write(story.sources(), node.putArray("sources"));
    write(story.countries(), node.putArray("countries"));
    write(story.topics(), node.putArray("topics"));
    node.put("firstSeen", story.firstSeen().toString());
    return node.put("lastSeen", story.lastSeen().toString());
  }

  private static void write(Collection<String> texts, ArrayNode array) {
    texts.forEach(array::add);
  }
}

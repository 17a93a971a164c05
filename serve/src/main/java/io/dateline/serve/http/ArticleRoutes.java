package io.dateline.serve.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.Json;
import io.dateline.query.ArticleQuery;
import io.dateline.query.QueryLanguage;
import io.dateline.serve.format.ArticleList;
import io.dateline.serve.format.Hits;
import io.dateline.serve.format.ListFormat;
import io.dateline.serve.format.ListWriter;
import io.dateline.serve.format.ListedArticle;
import io.dateline.serve.format.ServedArticle;
import io.dateline.serve.format.VersionJson;
import io.dateline.serve.search.ArticleSearch;
import io.dateline.serve.search.SearchRequest;
import io.dateline.serve.store.ArticleStore;
import io.dateline.serve.store.Cursor;
import io.dateline.serve.store.ListRequest;
import io.dateline.serve.store.StoryStore;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists, single articles, their versions, copies and stories. */
final class ArticleRoutes {

  private static final String[] LIST_PARAMETERS = {
    "topic", "country", "lang", "source", "from", "to", "copies", "cursor", "limit"
  };
  private static final String[] SEARCH_PARAMETERS = {
    "q", "facets", "order", "topic", "country", "lang", "source", "from", "to", "copies", "cursor",
    "limit"
  };

  /** Stands in front of the rank in a cursor of best-first hits. */
  private static final String BEST_CURSOR = "b";

  private final ArticleStore store;
  private final StoryStore stories;
  private final ArticleSearch search;
  private final Filters filters;
  private final InstantSource clock;

  /** The shape of a single article. */
  private enum Profile {
    ENRICHED,
    NINJS
  }

  /** Whether numbers by facet are wanted without a query too. */
  private enum Facets {
    NO,
    YES
  }

  ArticleRoutes(Api.Parts parts, Filters filters, InstantSource clock) {
    store = parts.articles();
    stories = parts.stories();
    search = parts.search();
    this.filters = filters;
    this.clock = clock;
  }

  void addTo(Router router) {
    router.add("GET", "/api/v1/articles", exchange -> list(exchange, accepted(exchange)));
    for (ListFormat format : ListFormat.values()) {
      String suffix = format.name().toLowerCase(Locale.ROOT);
      router.add("GET", "/api/v1/articles." + suffix, exchange -> list(exchange, format));
    }
    router.add("GET", "/api/v1/articles/{}", this::article);
    router.add("GET", "/api/v1/articles/{}/versions", this::versions);
    router.add("GET", "/api/v1/articles/{}/copies", this::copies);
    router.add("GET", "/api/v1/stories/{}", this::story);
  }

  private static ListFormat accepted(Exchange exchange) {
    String accept = exchange.header("Accept");
    return accept == null ? ListFormat.JSON : ListFormat.ofAccept(accept);
  }

  private void list(Exchange exchange, ListFormat format) throws IOException, SQLException {
    Parameters parameters = exchange.parameters().allow(SEARCH_PARAMETERS);
    ArticleQuery query = filters.query(parameters, "q");
    SearchRequest.Order order =
        parameters.word("order", SearchRequest.Order.NEWEST, SearchRequest.Order.class);
    if (order == SearchRequest.Order.BEST && query == null) {
      throw ProblemException.parameter("order", "best needs a query in q");
    }
    boolean facets = parameters.word("facets", Facets.NO, Facets.class) == Facets.YES;
    boolean best = order == SearchRequest.Order.BEST;
    int rank = best ? rank(parameters) : 0;
    ListRequest request = request(parameters, Set.of(), best ? null : cursor(parameters));
    if (query == null && !facets) {
      send(exchange, format, store.list(request), null);
      return;
    }
    ArticleQuery asked = query == null ? QueryLanguage.everything() : query;
    ArticleQuery narrowed =
        QueryLanguage.narrow(asked, request.filter(), request.from(), request.to());
    ArticleSearch.Found found =
        search.find(
            new SearchRequest(
                narrowed, request.firstOnly(), order, request.cursor(), rank, request.limit()));
    String next = found.nextRank() == 0 ? next(found.page()) : BEST_CURSOR + found.nextRank();
    send(exchange, format, list(exchange, found.page().articles(), next, found.hits()));
  }

  /** Best first, a cursor is a rank: what comes meanwhile may move a hit to the next page. */
  private static int rank(Parameters parameters) {
    String text = parameters.one("cursor");
    if (text == null) {
      return 0;
    }
    if (!text.matches(BEST_CURSOR + "[0-9]{1,5}")
        || Integer.parseInt(text.substring(1)) > SearchRequest.MAX_RANK) {
      throw ProblemException.parameter("cursor", "not one that this server gave for order=best");
    }
    return Integer.parseInt(text.substring(1));
  }

  private static @Nullable String next(ArticleStore.Page page) {
    Cursor next = page.next();
    return next == null ? null : next.encode();
  }

  private ListRequest request(Parameters parameters, Set<String> only, @Nullable Cursor cursor) {
    boolean firstOnly = Copies.read(parameters) == Copies.FIRST;
    return new ListRequest(
        filters.read(parameters),
        parameters.time("from"),
        parameters.time("to"),
        only,
        firstOnly,
        cursor,
        parameters.integer("limit", ListRequest.DEFAULT_LIMIT, 1, ListRequest.MAX_LIMIT));
  }

  private static @Nullable Cursor cursor(Parameters parameters) {
    String text = parameters.one("cursor");
    try {
      return text == null ? null : Cursor.decode(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.parameter("cursor", "not one that this server gave");
    }
  }

  private void send(
      Exchange exchange, ListFormat format, ArticleStore.Page page, @Nullable Hits hits)
      throws IOException {
    send(exchange, format, list(exchange, page.articles(), next(page), hits));
  }

  private static void send(Exchange exchange, ListFormat format, ArticleList list)
      throws IOException {
    try {
      byte[] body = ListWriter.write(list, format);
      exchange.set("Vary", "Accept").send(200, format.contentType(), body);
    } catch (CodecException e) {
      throw new IllegalStateException("a stored article cannot be read", e);
    }
  }

  private ArticleList list(
      Exchange exchange, List<ListedArticle> articles, @Nullable String next, @Nullable Hits hits) {
    return new ArticleList(
        "Dateline", articles, next, hits, exchange.self(), exchange.base(), clock.instant());
  }

  private void article(Exchange exchange) throws IOException, SQLException {
    Parameters parameters = exchange.parameters().allow("profile");
    ListedArticle found = store.find(id(exchange)).orElseThrow(() -> unknown(exchange));
    try {
      byte[] body =
          switch (parameters.word("profile", Profile.ENRICHED, Profile.class)) {
            case ENRICHED -> ServedArticle.withId(found.id(), found.record());
            case NINJS -> ServedArticle.ninjs(found.record());
          };
      exchange.send(200, "application/json", body);
    } catch (CodecException e) {
      throw new IllegalStateException("stored article " + found.id() + " cannot be read", e);
    }
  }

  private void versions(Exchange exchange) throws IOException, SQLException {
    exchange.parameters().allow();
    List<ArticleStore.Version> versions = store.versions(id(exchange));
    if (versions.isEmpty()) {
      throw unknown(exchange);
    }
    ObjectNode root = Json.object().put("id", id(exchange).toString());
    ArrayNode array = root.putArray("versions");
    for (int i = 0; i < versions.size(); i++) {
      ArticleStore.Version version = versions.get(i);
      ObjectNode node = array.addObject();
      node.put("version", version.version()).put("event", version.event());
      node.put("status", version.status()).put("ingestedAt", version.ingestedAt().toString());
      if (i + 1 < versions.size()) {
        node.set("changes", changes(versions.get(i + 1), version));
      }
      node.set("article", read(version.record()));
    }
    exchange.json(root);
  }

  private static ObjectNode changes(ArticleStore.Version before, ArticleStore.Version after) {
    try {
      return VersionJson.changes(before.record(), after.record());
    } catch (CodecException e) {
      throw new IllegalStateException("a stored version cannot be read", e);
    }
  }

  private void copies(Exchange exchange) throws IOException, SQLException {
    exchange.parameters().allow();
    send(exchange, ListFormat.JSON, new ArticleStore.Page(store.copies(id(exchange)), null), null);
  }

  private void story(Exchange exchange) throws IOException, SQLException {
    Parameters parameters = exchange.parameters().allow(LIST_PARAMETERS);
    Set<String> family = stories.family(exchange.segment(0));
    ArticleStore.Page page = store.list(request(parameters, family, cursor(parameters)));
    if (page.articles().isEmpty() && parameters.one("cursor") == null) {
      throw ProblemException.of(404, "no article of a story '" + exchange.segment(0) + "'");
    }
    StoryStore.Story story = stories.find(family);
    if (accepted(exchange) != ListFormat.JSON || story == null) {
      send(exchange, accepted(exchange), page, null);
      return;
    }
    exchange.set("Vary", "Accept").json(told(exchange, page, family, story));
  }

  private ObjectNode told(
      Exchange exchange, ArticleStore.Page page, Set<String> family, StoryStore.Story story)
      throws SQLException {
    ObjectNode root = Json.object();
    root.set("story", StoryRoutes.write(story, stories.related(family)));
    ArticleList list = list(exchange, page.articles(), next(page), null);
    try {
      root.setAll(Json.read(ListWriter.write(list, ListFormat.JSON)));
    } catch (CodecException e) {
      throw new IllegalStateException("a stored article cannot be read", e);
    }
    return root;
  }

  private static ObjectNode read(byte[] record) {
    try {
      return Json.read(record);
    } catch (CodecException e) {
      throw new IllegalStateException("a stored article cannot be read", e);
    }
  }

  private static UUID id(Exchange exchange) {
    String text = exchange.segment(0);
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      throw Parameters.wrong("id", text, "the UUID of an article");
    }
    throw Parameters.wrong("id", text, "the UUID of an article");
  }

  private static ProblemException unknown(Exchange exchange) {
    return ProblemException.of(404, "no article has the id " + exchange.segment(0));
  }
}

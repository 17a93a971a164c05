package io.dateline.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.app.line.RunFile;
import io.dateline.model.ninjs.Json;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code dateline watch}: saved queries of a running line, as lines of JSON. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    header = "Lists, adds, changes, pauses and deletes watches of a running line.",
    description = {
      "Prints one JSON object a line. A token is taken from SERVE_WRITE_TOKEN.",
      "Alerts are set on the page or over HTTP; a change here keeps them."
    },
    synopsisSubcommandLabel = "list|add|change|pause|resume|delete|preview|hits")
public final class WatchCommand {
  private static final String PATH = "/api/v1/watches";

  @Option(
      names = "--url",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description = "The line's page, http://HOST:PORT (default: the line that runs here).")
  private @Nullable String url;

  @Command(mixinStandardHelpOptions = true, header = "All watches.")
  int list() throws IOException, InterruptedException {
    return print(api().get(PATH).path("watches"));
  }

  @Command(mixinStandardHelpOptions = true, header = "Saves a query.")
  int add(
      @Parameters(paramLabel = "NAME", description = "For people.") String name,
      @Parameters(paramLabel = "QUERY", description = "In the query language.") String query,
      @Option(names = "--once-per-text", description = "Leave copies of a text out.") boolean once)
      throws IOException, InterruptedException {
    ObjectNode watch = Json.object().put("name", name).put("query", query);
    return print(api().send("POST", PATH, watch.put("oncePerText", once)));
  }

  @Command(mixinStandardHelpOptions = true, header = "Changes name or query.")
  int change(
      @Parameters(paramLabel = "ID", description = "Of the watch.") String id,
      @Option(names = "--name", paramLabel = "NAME", description = "The new name.")
          @Nullable String name,
      @Option(names = "--query", paramLabel = "QUERY", description = "The new query.")
          @Nullable String query)
      throws IOException, InterruptedException {
    ObjectNode change = Json.object();
    if (name != null) {
      change.put("name", name);
    }
    if (query != null) {
      change.put("query", query);
    }
    return put(id, change);
  }

  @Command(mixinStandardHelpOptions = true, header = "Lets a watch catch nothing.")
  int pause(@Parameters(paramLabel = "ID", description = "Of the watch.") String id)
      throws IOException, InterruptedException {
    return put(id, Json.object().put("paused", true));
  }

  @Command(mixinStandardHelpOptions = true, header = "Lets a paused watch catch again.")
  int resume(@Parameters(paramLabel = "ID", description = "Of the watch.") String id)
      throws IOException, InterruptedException {
    return put(id, Json.object().put("paused", false));
  }

  @Command(mixinStandardHelpOptions = true, header = "Deletes a watch.")
  int delete(@Parameters(paramLabel = "ID", description = "Of the watch.") String id)
      throws IOException, InterruptedException {
    api().send("DELETE", PATH + "/" + WatchApi.segment(id), null);
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      header = "What a query would have caught in the last 7 days, by day.")
  int preview(
      @Parameters(paramLabel = "QUERY", description = "In the query language.") String query,
      @Option(names = "--once-per-text", description = "Leave copies of a text out.") boolean once)
      throws IOException, InterruptedException {
    ObjectNode asked = Json.object().put("query", query).put("oncePerText", once);
    return print(api().send("POST", PATH + "/preview", asked));
  }

  @Command(mixinStandardHelpOptions = true, header = "The newest hits of a watch.")
  int hits(@Parameters(paramLabel = "ID", description = "Of the watch.") String id)
      throws IOException, InterruptedException {
    return print(api().get(PATH + "/" + WatchApi.segment(id) + "/hits").path("hits"));
  }

  /** Everything else stays as it is; an alert keeps the secret that it has. */
  private int put(String id, ObjectNode change) throws IOException, InterruptedException {
    WatchApi api = api();
    String path = PATH + "/" + WatchApi.segment(id);
    ObjectNode watch = api.get(path);
    watch.setAll(change);
    return print(api.send("PUT", path, watch));
  }

  private static int print(JsonNode answer) {
    if (answer.isArray()) {
      answer.forEach(System.out::println);
    } else {
      System.out.println(answer);
    }
    return 0;
  }

  private WatchApi api() {
    return new WatchApi(RunFile.page(Optional.ofNullable(url)), System.getenv("SERVE_WRITE_TOKEN"));
  }
}

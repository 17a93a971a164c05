package io.dateline.app.line;

import io.dateline.app.UsageException;
import io.dateline.app.demo.DemoWire;
import io.dateline.ingest.IngestSettings;
import io.dateline.runtime.Shutdown;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * {@code dateline train}: runs the line on the demo's wire in a temporary folder until a few
 * articles are served, then stops. The launcher records an AOT cache while it runs.
 */
@Command(name = "train", hidden = true, header = "Warms up for the launcher's AOT cache.")
public final class TrainCommand implements Callable<Integer> {
  private static final Duration MAX_WAIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** Runs and stops. */
  @Override
  public Integer call() throws Exception {
    Path data = Files.createTempDirectory("dateline-train");
    try (Shutdown shutdown = Shutdown.onExit()) {
      DemoWire wire = shutdown.add("wire", DemoWire.start(data, InstantSource.system()));
      LineOptions options = new LineOptions();
      Line line = new Line(shutdown, new Announcer(System.err, System.err));
      Running running =
          line.start(
              options,
              data,
              Map.of(),
              s -> IngestSettings.of(s.kafka(), wire.sources()).with(DemoWire::resolve));
      awaitArticle(running.page());
    } finally {
      delete(data);
    }
    return 0;
  }

  private static void awaitArticle(String page) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + MAX_WAIT.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(page + "api/v1/articles")).build();
      while (System.nanoTime() < deadline) {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200 && answer.body().contains("\"enrichment\"")) {
          return;
        }
        Thread.sleep(PAUSE);
      }
    }
    throw new UsageException("no article was served within " + MAX_WAIT.toSeconds() + " s");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

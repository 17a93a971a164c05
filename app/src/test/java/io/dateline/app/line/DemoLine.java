package io.dateline.app.line;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.embedded.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The demo run to its end, once for all tests that only look at it.
 *
 * @param folder its data
 * @param line still running
 * @param articles all that it serves
 */
record DemoLine(Path folder, TestLine line, List<JsonNode> articles) implements AutoCloseable {

  /** What the wire publishes, versions of one article counted once. */
  static final int ARTICLES = 46;

  /** The wire's age when the article that it updates later has its first version. */
  private static final Duration BEFORE_THE_UPDATE = Duration.ofSeconds(30);

  private static final Duration ALL_OUT = Duration.ofSeconds(60);
  private static final String UPDATED = "wahl-in-rumaenien";
  private static final Duration MOST = Duration.ofSeconds(90);

  private static DemoLine start() throws Exception {
    Path folder = Files.createTempDirectory("dateline-demo-line");
    Instant begun = Instant.now();
    // the wire's usual port belongs to the tests that start the demo as a process
    String port = Integer.toString(Ports.claim("test", 0));
    Files.write(folder.resolve("wire.properties"), List.of("port=" + port, "started=" + begun));
    AtomicReference<Duration> age = new AtomicReference<>(Duration.ZERO);
    TestLine line = TestLine.demo(folder, () -> begun.plus(age.get()));
    age.set(BEFORE_THE_UPDATE);
    line.web().await(MOST, all -> all.stream().anyMatch(DemoLine::isUpdatedLater));
    age.set(ALL_OUT);
    List<JsonNode> articles =
        line.web()
            .await(
                MOST,
                all -> all.size() >= ARTICLES && all.stream().anyMatch(DemoLine::isSecondVersion));
    return new DemoLine(folder, line, List.copyOf(articles));
  }

  private static boolean isUpdatedLater(JsonNode article) {
    return article.path("uri").asText().contains(UPDATED);
  }

  static boolean isSecondVersion(JsonNode article) {
    return article.path("version").asText().equals("2");
  }

  @Override
  public void close() throws IOException {
    line.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Starts it for the first test that asks. */
  static final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == DemoLine.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(DemoLine.class, _ -> startOrFail(), DemoLine.class);
    }

    private static DemoLine startOrFail() {
      try {
        return start();
      } catch (Exception e) {
        throw new IllegalStateException("the demo did not start", e);
      }
    }
  }
}

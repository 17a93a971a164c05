package io.dateline.ingest;

import io.dateline.embedded.EmbeddedKafka;
import io.dateline.runtime.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A broker of its own for a test class, registered as a static extension. */
public final class TestBroker implements BeforeAllCallback, AfterAllCallback {

  private @Nullable Path data;
  private @Nullable EmbeddedKafka kafka;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    data = Files.createTempDirectory("dateline-test-broker");
    kafka = EmbeddedKafka.start(data, 0);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (kafka != null) {
      kafka.close();
    }
    if (data != null) {
      try (Stream<Path> files = Files.walk(data)) {
        List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.delete(file);
        }
      }
    }
  }

  /** Channels that no other test uses, of two partitions. */
  public KafkaSettings own(String prefix) {
    return own(prefix, 2);
  }

  /** Channels that no other test uses, of so many partitions. */
  public KafkaSettings own(String prefix, int partitions) {
    if (kafka == null) {
      throw new IllegalStateException("the broker has not been started: is the field static?");
    }
    return new KafkaSettings(kafka.bootstrap(), prefix, partitions, 1);
  }
}

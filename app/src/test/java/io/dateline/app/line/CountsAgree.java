package io.dateline.app.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.app.Web;
import io.dateline.model.ninjs.Json;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds the counts channel against the counts that serve takes from PostgreSQL. */
final class CountsAgree {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** The channel has no windows that are older than 30 days. */
  private static final Duration COMPARED = Duration.ofDays(29);

  private static final List<String> BY = List.of("all", "topic", "country", "language", "source");

  private CountsAgree() {}

  /** Waits until they say the same in every window, of every tag. */
  static void check(Running running) throws Exception {
    String oldest = Instant.now().minus(COMPARED).toString();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Map<String, String> stored = stored(running, oldest);
    Map<String, String> told = told(running, oldest);
    while (!told.equals(stored) && System.nanoTime() < deadline) {
      Thread.sleep(500);
      stored = stored(running, oldest);
      told = told(running, oldest);
    }
    assertThat(stored).hasSizeGreaterThan(BY.size());
    assertThat(told).isEqualTo(stored);
  }

  private static Map<String, String> stored(Running running, String oldest) throws Exception {
    Map<String, String> numbers = new TreeMap<>();
    for (String interval : List.of("hour", "day")) {
      for (String by : BY) {
        String path = "/api/v1/counts?by=" + by + "&interval=" + interval;
        byte[] body = Web.get(running.port(), path, BodyHandlers.ofByteArray()).body();
        for (JsonNode count : Json.read(body).path("counts")) {
          put(numbers, interval, by, count, oldest);
        }
      }
    }
    return numbers;
  }

  /** The newest record of a key counts; a number that went down to none is as if never told. */
  private static Map<String, String> told(Running running, String oldest) throws Exception {
    Map<String, String> numbers = new TreeMap<>();
    for (var record : PlainConsumer.readAll(running.kafka(), "dateline.counts.v1")) {
      JsonNode count = Json.read(record.value().getBytes(StandardCharsets.UTF_8));
      put(numbers, count.path("interval").asText(), count.path("by").asText(), count, oldest);
    }
    numbers.values().removeIf("0/0"::equals);
    return numbers;
  }

  private static void put(
      Map<String, String> numbers, String interval, String by, JsonNode count, String oldest) {
    String start = count.path("start").asText();
    if (start.compareTo(oldest) > 0) {
      numbers.put(
          interval + "/" + start + "/" + by + "/" + count.path("value").asText(),
          count.path("articles").asLong() + "/" + count.path("withoutCopies").asLong());
    }
  }
}

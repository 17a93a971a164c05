package io.dateline.serve.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Article;
import io.dateline.model.Channel;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.Json;
import io.dateline.runtime.Platform;
import io.dateline.serve.Samples;
import io.dateline.serve.ServeService;
import io.dateline.serve.ServedLine;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Two instances of serve share the articles and know the same watches. */
class TwoServesTest {
  private static final int ARTICLES = 60;
  private static final Duration POLL = Duration.ofMillis(200);

  @Test
  void everyHitIsThereOnceWhileASecondInstanceComesAndGoes() throws Exception {
    try (ServedLine line = ServedLine.start()) {
      watch(line, "ferry");
      publish(line, 0, ARTICLES / 3);
      try (ServeService _ = ServeService.start(line.settings(), Platform.create())) {
        publish(line, ARTICLES / 3, ARTICLES * 2 / 3);
      }
      publish(line, ARTICLES * 2 / 3, ARTICLES);
      List<String> expected =
          IntStream.range(0, ARTICLES).mapToObj(i -> article(i).uri().value()).sorted().toList();
      ServedLine.await(() -> caught(line).size() >= ARTICLES);
      Thread.sleep(1_000); // a second hit would come by now
      assertThat(caught(line)).isEqualTo(expected);
    }
  }

  private static void watch(ServedLine line, String query) {
    String body = Json.object().put("name", query).put("query", query).toString();
    var made =
        line.send(
            HttpRequest.newBuilder(line.uri("/api/v1/watches"))
                .POST(BodyPublishers.ofString(body))
                .build());
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
  }

  /** Slowly enough for partitions to move in the middle. */
  private static void publish(ServedLine line, int from, int to) throws InterruptedException {
    for (int i = from; i < to; i++) {
      line.publish(Samples.enriched(article(i), "en", List.of()));
      Thread.sleep(50);
    }
  }

  private static Article article(int number) {
    return Samples.article(number, "en", "Ferry " + number + " left", "A ferry left.");
  }

  /** The articles of all hits that are committed on the channel, sorted. */
  private static List<String> caught(ServedLine line) {
    String topic = line.kafka().topic(Channel.MATCHES);
    List<TopicPartition> all =
        IntStream.range(0, line.kafka().partitions())
            .mapToObj(p -> new TopicPartition(topic, p))
            .toList();
    List<String> caught = new ArrayList<>();
    try (var consumer = new KafkaConsumer<String, byte[]>(line.kafka().consumer())) {
      consumer.assign(all);
      consumer.seekToBeginning(all);
      var ends = consumer.endOffsets(all);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(POLL).forEach(record -> caught.add(article(record.value())));
      }
    }
    return caught.stream().sorted().toList();
  }

  private static String article(byte[] hit) {
    try {
      return Json.read(hit).path("uri").asText();
    } catch (CodecException e) {
      throw new IllegalStateException(e);
    }
  }
}

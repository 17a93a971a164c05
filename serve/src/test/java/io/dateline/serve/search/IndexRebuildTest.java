package io.dateline.serve.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Article;
import io.dateline.model.Channel;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** An index that is gone, when the channel no longer holds what was in it. */
class IndexRebuildTest {
  private static final RecordsToDelete TO_THE_END = RecordsToDelete.beforeOffset(-1);

  @Test
  void isFilledFromTheStoreAndThenFromTheChannel() throws Exception {
    try (ServedLine line = ServedLine.start()) {
      for (int i = 0; i < 5; i++) {
        line.store(Samples.enriched(article(i), "en", List.of()));
      }
      ServedLine.await(() -> found(line) == 5);
      forgetEverything(line);
      line.restartServe(); // in a new folder
      assertThat(found(line)).isEqualTo(5);
      line.publish(Samples.enriched(article(5), "en", List.of()));
      ServedLine.await(() -> found(line) == 6);
    }
  }

  private static Article article(int number) {
    return Samples.article(number, "en", "Report " + number, "A ferry left.");
  }

  private static int found(ServedLine line) {
    try {
      return line.json("/api/v1/articles?q=ferry").path("total").asInt();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As when the retention of the channel has passed. */
  private static void forgetEverything(ServedLine line) throws Exception {
    String topic = line.kafka().topic(Channel.ENRICHED);
    Map<TopicPartition, RecordsToDelete> all =
        IntStream.range(0, line.kafka().partitions())
            .mapToObj(p -> new TopicPartition(topic, p))
            .collect(Collectors.toMap(p -> p, _ -> TO_THE_END));
    try (Admin admin = Admin.create(line.kafka().client())) {
      admin.deleteRecords(all).all().get();
    }
  }
}

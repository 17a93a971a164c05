package io.dateline.sink.consume;

import io.dateline.runtime.KafkaSettings;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Asks the broker for the id of a topic's present incarnation. */
final class TopicIds {
  private final KafkaSettings kafka;

  TopicIds(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  String of(String topic) {
    try (Admin admin = Admin.create(kafka.client())) {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get()
          .values()
          .iterator()
          .next()
          .topicId()
          .toString();
    } catch (ExecutionException e) {
      throw new KafkaException("the broker does not tell the id of " + topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }
}

package io.dateline.ingest.publish;

import io.dateline.ingest.frontier.Mark;
import io.dateline.ingest.frontier.MarkCodec;
import io.dateline.model.Article;
import io.dateline.model.Channel;
import io.dateline.model.EventHeaders;
import io.dateline.model.Rejection;
import io.dateline.model.ninjs.ArticleCodec;
import io.dateline.model.ninjs.RejectionCodec;
import io.dateline.runtime.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** A transactional producer that knows which record goes to which channel. */
final class Outbox implements AutoCloseable {

  /** Longer than a commit, shorter than the broker's maximum: heartbeat < session < this. */
  private static final int TRANSACTION_TIMEOUT_MS = 30_000;

  private static final int LINGER_MS = 5;

  /** The articles of a transaction go to a partition in one request, not in one each. */
  private static final int BATCH_BYTES = 256 * 1024;

  private final Producer<String, byte[]> producer;
  private final KafkaSettings settings;
  private final ToIntFunction<Mark> partition;

  /**
   * An outbox.
   *
   * @param producer transactions initialised
   * @param settings names of the channels
   * @param partition of the frontier that a mark goes to
   */
  Outbox(Producer<String, byte[]> producer, KafkaSettings settings, ToIntFunction<Mark> partition) {
    this.producer = producer;
    this.settings = settings;
    this.partition = partition;
  }

  static Producer<String, byte[]> producer(KafkaSettings settings, String transactionalId) {
    Map<String, Object> properties = settings.producer();
    properties.put("transactional.id", transactionalId);
    properties.put("transaction.timeout.ms", TRANSACTION_TIMEOUT_MS);
    properties.put("linger.ms", LINGER_MS);
    properties.put("batch.size", BATCH_BYTES);
    properties.put("max.in.flight.requests.per.connection", KafkaSettings.TRANSACTIONAL_IN_FLIGHT);
    properties.put("client.id", transactionalId);
    return new KafkaProducer<>(properties);
  }

  void commit(List<Entry> entries) {
    boolean anything =
        entries.stream()
            .anyMatch(e -> e.article() != null || e.rejection() != null || !e.marks().isEmpty());
    if (!anything) {
      return;
    }
    producer.beginTransaction();
    entries.forEach(this::send);
    try {
      producer.commitTransaction();
    } catch (TimeoutException e) {
      producer.commitTransaction(); // the outcome is open: the same commit is asked for again
    }
  }

  private void send(Entry entry) {
    Article article = entry.article();
    EventHeaders headers = entry.headers();
    if (article != null && headers != null) {
      var out =
          new ProducerRecord<>(
              settings.topic(Channel.ARTICLES),
              article.uri().value(),
              ArticleCodec.toJson(article));
      headers
          .toMap()
          .forEach(
              (name, value) -> out.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      Future<?> _ = producer.send(out); // the commit tells of failures
    }
    Rejection rejection = entry.rejection();
    if (rejection != null) {
      Future<?> _ =
          producer.send(
              new ProducerRecord<>(
                  settings.topic(Channel.REJECTED),
                  rejection.subject(),
                  RejectionCodec.toJson(rejection)));
    }
    for (Mark mark : entry.marks()) {
      Future<?> _ =
          producer.send(
              new ProducerRecord<>(
                  settings.topic(Channel.FRONTIER),
                  partition.applyAsInt(mark),
                  mark.url(),
                  MarkCodec.write(mark)));
    }
  }

  void abort() {
    producer.abortTransaction();
  }

  /** Whether the transaction may be aborted and tried again with the same producer. */
  static boolean isRetriable(KafkaException e) {
    return !(e instanceof ProducerFencedException
        || e instanceof InvalidProducerEpochException
        || e instanceof FencedInstanceIdException
        || e instanceof OutOfOrderSequenceException
        || e instanceof AuthorizationException
        || e instanceof UnsupportedVersionException
        || e instanceof ApplicationRecoverableException
        || e instanceof TimeoutException);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
  }
}

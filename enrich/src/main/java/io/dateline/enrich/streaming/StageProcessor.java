package io.dateline.enrich.streaming;

import io.dateline.runtime.StageMeters;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * One stage as an operator: counts, times, and passes on what its function gives. An exception
 * leaves it as it is: {@link RejectRecord} turns it into a rejection.
 */
abstract class StageProcessor<
        K extends @Nullable Object,
        V extends @Nullable Object,
        K2 extends @Nullable Object,
        V2 extends @Nullable Object>
    extends ContextualProcessor<K, V, K2, V2> {
  private final StageMeters meters;

  StageProcessor(StageMeters meters) {
    this.meters = meters;
  }

  /** The stage's own work. */
  abstract Record<K2, V2> apply(Record<K, V> record);

  @Override
  public final void process(Record<K, V> record) {
    meters.in();
    long start = System.nanoTime();
    Record<K2, V2> result = guarded(record);
    meters.took(Duration.ofNanos(System.nanoTime() - start));
    meters.out();
    context().forward(result);
  }

  private Record<K2, V2> guarded(Record<K, V> record) {
    try {
      return apply(record);
    } catch (StackOverflowError e) {
      throw new StageFailure(e);
    }
  }
}

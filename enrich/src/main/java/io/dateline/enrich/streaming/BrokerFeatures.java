package io.dateline.enrich.streaming;

import io.dateline.runtime.KafkaSettings;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.jspecify.annotations.Nullable;

/**
 * What the broker can do.
 *
 * @param transactions level of its transactions; below 2 a hanging transaction can lose writes
 * @param streamsGroups whether it assigns tasks itself (KIP-1071)
 */
public record BrokerFeatures(int transactions, boolean streamsGroups) {

  /** The least level of transactions that exactly-once rests on. */
  public static final int MIN_TRANSACTIONS = 2;

  /**
   * Asks the broker.
   *
   * @throws IllegalStateException naming the broker when it does not answer or is too old
   */
  public static BrokerFeatures of(KafkaSettings kafka) throws InterruptedException {
    try (Admin admin = Admin.create(kafka.client())) {
      var levels = admin.describeFeatures().featureMetadata().get().finalizedFeatures();
      BrokerFeatures features =
          new BrokerFeatures(
              level(levels.get("transaction.version")), level(levels.get("streams.version")) >= 1);
      if (features.transactions < MIN_TRANSACTIONS) {
        throw new IllegalStateException(
            "broker %s has transaction.version %d, exactly-once needs %d"
                .formatted(kafka.bootstrap(), features.transactions, MIN_TRANSACTIONS));
      }
      return features;
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "broker " + kafka.bootstrap() + " does not tell its features: " + e.getCause(), e);
    }
  }

  private static int level(@Nullable FinalizedVersionRange range) {
    return range == null ? 0 : range.maxVersionLevel();
  }
}

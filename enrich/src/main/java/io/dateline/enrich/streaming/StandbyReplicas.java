package io.dateline.enrich.streaming;

import io.dateline.enrich.EnrichSettings;
import io.dateline.runtime.CannotStartException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of the stores kept warm on other instances. A broker that assigns tasks itself (KIP-1071)
 * takes their number from the group's settings and from nowhere else; with the older protocol it is
 * a property of the client.
 */
public final class StandbyReplicas {

  /** The group's setting. */
  static final String CONFIG = "streams.num.standby.replicas";

  private static final Logger LOG = LoggerFactory.getLogger(StandbyReplicas.class);

  private StandbyReplicas() {}

  /**
   * Sets the group's number to that of these settings, unless it is so already. Of instances that
   * differ the last one started wins.
   *
   * @throws CannotStartException when the broker refuses
   */
  public static void set(EnrichSettings settings) throws InterruptedException {
    String group = StreamsProperties.applicationId(settings.kafka());
    ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
    String wanted = Integer.toString(settings.standbys());
    try (Admin admin = Admin.create(settings.kafka().client())) {
      var known = admin.describeConfigs(List.of(resource)).all().get().get(resource);
      ConfigEntry present = known == null ? null : known.get(CONFIG);
      if (present != null && wanted.equals(present.value())) {
        return;
      }
      AlterConfigOp set =
          new AlterConfigOp(new ConfigEntry(CONFIG, wanted), AlterConfigOp.OpType.SET);
      admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
      LOG.info("group {} keeps {} standby replicas", group, wanted);
    } catch (ExecutionException | KafkaException e) {
      throw new CannotStartException(
          "cannot set %s of group %s to %s: %s"
              .formatted(CONFIG, group, wanted, CannotStartException.reason(e)),
          e);
    }
  }
}

package io.dateline.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** What a lone broker on a small machine needs set otherwise than a cluster. */
final class BrokerSettings {
  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  /** As large as the largest record of any channel, with room for its envelope. */
  private static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024 + 64 * 1024;

  private BrokerSettings() {}

  static Properties of(Path data, int port, int controllerPort) {
    Properties p = new Properties();
    p.putAll(addresses(data, port, controllerPort));
    p.putAll(ONE_COPY);
    p.putAll(QUICK_RECOVERY);
    p.putAll(SMALL);
    return p;
  }

  private static Map<String, String> addresses(Path data, int port, int controllerPort) {
    String controller = Ports.LOOPBACK + ":" + controllerPort;
    String broker = "PLAINTEXT://" + Ports.LOOPBACK + ":" + port;
    return Map.of(
        "node.id",
        Integer.toString(NODE_ID),
        "process.roles",
        "broker,controller",
        "controller.quorum.voters",
        NODE_ID + "@" + controller,
        "controller.listener.names",
        CONTROLLER_LISTENER,
        "listeners",
        broker + "," + CONTROLLER_LISTENER + "://" + controller,
        "advertised.listeners",
        broker,
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "log.dirs",
        data.toString());
  }

  /** One broker can keep one copy only, of the internal topics too. */
  private static final Map<String, String> ONE_COPY =
      Map.of(
          "default.replication.factor", "1",
          "min.insync.replicas", "1",
          "offsets.topic.replication.factor", "1",
          "transaction.state.log.replication.factor", "1",
          "transaction.state.log.min.isr", "1",
          "share.coordinator.state.topic.replication.factor", "1",
          "share.coordinator.state.topic.min.isr", "1");

  /**
   * After a kill -9 the broker waits for its former self to expire, groups for their dead members,
   * and readers for the open transactions of the dead: with the defaults that is 15 s, 45 s and up
   * to 10 s beyond the transaction's own time, with these 8 s, 5 s and 1 s. A broker whose session
   * is shorter than the pauses of a busy machine takes itself for dead: all partitions lose their
   * leader, all coordinators start anew.
   */
  private static final Map<String, String> QUICK_RECOVERY =
      Map.ofEntries(
          Map.entry("broker.session.timeout.ms", "6000"),
          Map.entry("broker.heartbeat.interval.ms", "400"),
          Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          Map.entry("group.min.session.timeout.ms", "1000"),
          Map.entry("group.consumer.min.heartbeat.interval.ms", "500"),
          Map.entry("group.consumer.heartbeat.interval.ms", "500"),
          Map.entry("group.consumer.min.session.timeout.ms", "3000"),
          Map.entry("group.consumer.session.timeout.ms", "5000"),
          Map.entry("group.streams.min.heartbeat.interval.ms", "500"),
          Map.entry("group.streams.heartbeat.interval.ms", "500"),
          Map.entry("group.streams.min.session.timeout.ms", "3000"),
          Map.entry("group.streams.session.timeout.ms", "5000"),
          Map.entry("group.streams.initial.rebalance.delay.ms", "0"));

  private static final Map<String, String> SMALL =
      Map.of(
          "auto.create.topics.enable", "false",
          "offsets.topic.num.partitions", "4",
          "transaction.state.log.num.partitions", "4",
          "share.coordinator.state.topic.num.partitions", "4",
          "log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024),
          "message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES),
          "replica.fetch.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
}

package io.dateline.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka broker in this process (KRaft, broker and controller in one), on loopback, with its
 * data kept in a folder over restarts and over kill -9.
 *
 * <p>Its threads are no daemons: always close it.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

  /** Older transactions can lose writes, so a broker without this is refused. */
  private static final short TRANSACTION_VERSION = 2;

  private static final int ADMIN_TIMEOUT_MS = 60_000;

  private final KafkaRaftServer server;
  private final FolderLock lock;
  private final int port;

  private EmbeddedKafka(KafkaRaftServer server, FolderLock lock, int port) {
    this.server = server;
    this.lock = lock;
    this.port = port;
  }

  /**
   * Starts on the data of a folder, which is formatted when it is new, and waits until the broker
   * answers.
   *
   * @param folder of this broker alone
   * @param port to listen on; 0 takes any free one
   * @throws EmbeddedException in one line: port or folder in use, unreadable data, old transactions
   */
  public static EmbeddedKafka start(Path folder, int port) {
    return start(folder, PortChoice.of(port));
  }

  /** The same on the usual port when it is free, else on any free one. */
  public static EmbeddedKafka startPreferring(Path folder, int usualPort) {
    return start(folder, PortChoice.preferring(usualPort));
  }

  static EmbeddedKafka start(Path folder, PortChoice ports) {
    long begun = System.nanoTime();
    FolderLock lock = FolderLock.take(folder);
    try {
      Path data = folder.resolve("log");
      format(data);
      EmbeddedKafka kafka = Ports.listen("Kafka", ports, port -> launch(data, lock, port));
      LOG.info("Kafka is up on {} after {} ms", kafka.bootstrap(), millisSince(begun));
      return kafka;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedKafka launch(Path data, FolderLock lock, int port) {
    int controller = Ports.claim("Kafka's controller", 0);
    var config = new KafkaConfig(BrokerSettings.of(data, port, controller), false);
    var kafka = new EmbeddedKafka(new KafkaRaftServer(config, Time.SYSTEM), lock, port);
    kafka.startup();
    return kafka;
  }

  private void startup() {
    try {
      server.startup();
      prepare();
    } catch (RuntimeException e) {
      server.shutdown();
      server.awaitShutdown();
      Throwable cause = innermost(e);
      throw switch (cause) {
        case EmbeddedException known -> known;
        case BindException taken -> new PortTakenException("Kafka", port, taken);
        default ->
            new EmbeddedException(
                "Kafka did not start on port " + port + ": " + cause.getMessage(), e);
      };
    }
  }

  private static Throwable innermost(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : innermost(cause);
  }

  /** Where clients connect, "127.0.0.1:port". */
  public String bootstrap() {
    return Ports.LOOPBACK + ":" + port;
  }

  /** The port listened on. */
  public int port() {
    return port;
  }

  private void prepare() {
    Map<String, Object> client =
        Map.of("bootstrap.servers", bootstrap(), "default.api.timeout.ms", ADMIN_TIMEOUT_MS);
    try (Admin admin = Admin.create(client)) {
      checkTransactionVersion(admin);
      new OrphanTransactions(admin, new CommitMarkers(port)).end();
    } catch (ExecutionException e) {
      throw new EmbeddedException("Kafka on port " + port + " does not answer: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedException("interrupted while Kafka started", e);
    }
  }

  private static void checkTransactionVersion(Admin admin)
      throws ExecutionException, InterruptedException {
    var features = admin.describeFeatures().featureMetadata().get().finalizedFeatures();
    var found = features.get("transaction.version");
    if (found == null || found.maxVersionLevel() < TRANSACTION_VERSION) {
      throw new EmbeddedException(
          "Kafka runs transaction.version " + found + ", needed is " + TRANSACTION_VERSION);
    }
  }

  private static void format(Path data) {
    try (PrintStream silent = new PrintStream(PrintStream.nullOutputStream())) {
      Files.createDirectories(data);
      new Formatter()
          .setPrintStream(silent)
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setNodeId(BrokerSettings.NODE_ID)
          .setClusterId(clusterId(data))
          .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
          .setMetadataLogDirectory(data.toString())
          .setDirectories(List.of(data.toString()))
          .setIgnoreFormatted(true)
          .run();
    } catch (Exception e) {
      throw new EmbeddedException("cannot format Kafka's folder " + data + ": " + e, e);
    }
  }

  /** The id the folder was formatted with, or a new one. */
  private static String clusterId(Path data) throws IOException {
    Path file = data.resolve("meta.properties");
    if (!Files.exists(file)) {
      return Uuid.randomUuid().toString();
    }
    Properties meta = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      meta.load(reader);
    }
    String id = meta.getProperty("cluster.id");
    if (id == null) {
      throw new IOException(file + " has no cluster.id");
    }
    return id;
  }

  @Override
  public void close() {
    long begun = System.nanoTime();
    try {
      server.shutdown();
      server.awaitShutdown();
    } finally {
      lock.close();
    }
    LOG.info("Kafka is down after {} ms", millisSince(begun));
  }

  private static long millisSince(long begun) {
    return (System.nanoTime() - begun) / 1_000_000;
  }
}

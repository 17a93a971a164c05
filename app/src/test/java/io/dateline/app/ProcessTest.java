package io.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.embedded.EmbeddedPostgres;
import io.dateline.embedded.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a service's process from starting is told in one line, and it exits with 2. */
@Order(2)
class ProcessTest {
  private static final List<String> SERVICES = List.of("ingest", "enrich", "sink", "serve");
  private static final Duration MOST = Duration.ofSeconds(60);
  private static final Duration SETTLED = Duration.ofSeconds(2);
  private static final Duration WATCHED = Duration.ofSeconds(3);

  @TempDir static Path folder;
  static EmbeddedPostgres postgres;

  @BeforeAll
  static void startADatabaseThatWantsPasswords() throws Exception {
    postgres = EmbeddedPostgres.start(folder.resolve("pg"), 0);
    String admin = postgres.jdbcUrl().replace("/dateline", "/postgres");
    try (var connection = DriverManager.getConnection(admin, "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute("alter role dateline password 'right'");
      Path rules = folder.resolve("pg").resolve("data").resolve("pg_hba.conf");
      Files.writeString(
          rules, "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
      statement.execute("select pg_reload_conf()");
    }
  }

  @AfterAll
  static void stopIt() {
    postgres.close();
  }

  /** Starts all at once, so that the machine's waiting times are shared. */
  private static Map<String, Child> start(List<String> services, Map<String, String> env) {
    Map<String, Child> children = new HashMap<>();
    for (String service : services) {
      children.put(service, Child.start(folder, env, List.of("run", service)));
    }
    return children;
  }

  private static void areRefused(Map<String, Child> children, String... naming) throws Exception {
    for (var entry : children.entrySet()) {
      try (Child child = entry.getValue()) {
        assertThat(child.exit(MOST)).as(child.err().toString()).isEqualTo(2);
        assertThat(child.err())
            .filteredOn(line -> line.startsWith(entry.getKey() + ": "))
            .singleElement()
            .asString()
            .contains(naming);
        assertThat(child.err()).noneMatch(line -> line.startsWith("\tat "));
      }
    }
  }

  @Test
  void aPortInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Map<String, String> env =
          Map.of(
              "STATUS_PORT",
              port,
              "SERVE_PORT",
              port,
              "KAFKA_BOOTSTRAP",
              nobody(),
              "DATABASE_URL",
              "jdbc:postgresql://" + nobody() + "/dateline");
      areRefused(start(SERVICES, env), "127.0.0.1:" + port, "in use");
    }
  }

  @Test
  void aDatabaseThatRefusesThePassword() throws Exception {
    Map<String, String> env =
        Map.of(
            "DATABASE_URL", postgres.jdbcUrl(),
            "DATABASE_PASSWORD", "wrong-secret",
            "KAFKA_BOOTSTRAP", nobody(),
            "STATUS_PORT", "0",
            "SERVE_PORT", "0");
    Map<String, Child> children = start(List.of("sink", "serve"), env);
    areRefused(children, postgres.jdbcUrl(), "user 'dateline'", "password");
    for (Child child : children.values()) {
      assertThat(child.err()).noneMatch(line -> line.contains("wrong-secret"));
    }
  }

  @Test
  void aBrokerThatDoesNotAnswer() throws Exception {
    String kafka = nobody();
    Map<String, String> env =
        Map.of(
            "KAFKA_BOOTSTRAP", kafka,
            "KAFKA_START_WAIT", "2s",
            "DATABASE_URL", postgres.jdbcUrl(),
            "DATABASE_PASSWORD", "right",
            "STATUS_PORT", "0");
    areRefused(start(List.of("ingest", "enrich", "sink"), env), "Kafka at " + kafka, "waited 2 s");
  }

  @Test
  void serveWaitsForABrokerWithoutWorkAndStopsQuickly() throws Exception {
    int port = Ports.claim("test", 0);
    Map<String, String> env =
        Map.of(
            "KAFKA_BOOTSTRAP", nobody(),
            "DATABASE_URL", postgres.jdbcUrl(),
            "DATABASE_PASSWORD", "right",
            "SERVE_PORT", Integer.toString(port));
    try (Child serve = Child.start(folder, env, List.of("run", "serve"))) {
      serve.awaitErr("serving on", MOST);
      Thread.sleep(SETTLED);
      Duration before = serve.handle().info().totalCpuDuration().orElseThrow();
      Thread.sleep(WATCHED);
      Duration after = serve.handle().info().totalCpuDuration().orElseThrow();
      assertThat(after.minus(before)).as("a client spins").isLessThan(WATCHED.dividedBy(3));
      long begun = System.nanoTime();
      serve.interrupt();
      serve.exit(MOST);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
    }
  }

  @Test
  void aBrokerThatHasNoAddress() throws Exception {
    Map<String, String> env =
        Map.of("KAFKA_BOOTSTRAP", "no-such-host.invalid:9092", "STATUS_PORT", "0");
    areRefused(start(List.of("ingest", "enrich"), env), "no-such-host.invalid:9092");
  }

  @Test
  void allWrongSettingsAtOnce() throws Exception {
    Map<String, String> env =
        Map.of(
            "KAFKA_PARTITIONS", "many",
            "KAFKA_START_WAIT", "soon",
            "DATABASE_URL", "oracle:x",
            "STATUS_PORT", "http",
            "SINK_CONNECTIONS", "0");
    try (Child child = Child.start(folder, env, List.of("run", "sink"))) {
      assertThat(child.exit(MOST)).isEqualTo(2);
      List<String> told = new ArrayList<>(child.err());
      assertThat(told).hasSize(1 + env.size());
      assertThat(String.join("\n", told)).contains(env.keySet());
    }
  }

  @Test
  void allWrongSettingsOfTheWholeLineBeforeAnythingIsStarted() throws Exception {
    Map<String, String> env =
        Map.of(
            "KAFKA_PARTITIONS", "many",
            "DATELINE_PREFIX", "news/",
            "DATELINE_HOST_DELAY", "1 second",
            "ENRICH_COMMIT_INTERVAL", "1h",
            "SINK_CONNECTIONS", "0",
            "SERVE_WRITE_TOKEN", "secret");
    Path data = folder.resolve("never");
    for (String verb : List.of("up", "demo")) {
      List<String> arguments = List.of(verb, "--port", "0", "--data", data.toString());
      try (Child child = Child.start(folder, env, arguments)) {
        assertThat(child.exit(MOST)).isEqualTo(2);
        String told = String.join("\n", child.err());
        assertThat(child.err()).as(told).hasSize(1 + env.size());
        assertThat(told).contains(env.keySet()).doesNotContain("'secret'");
        assertThat(data.resolve("kafka")).doesNotExist();
        assertThat(data.resolve("postgres")).doesNotExist();
      }
    }
  }

  /** An address where nobody listens. */
  private static String nobody() {
    return "127.0.0.1:" + Ports.claim("test", 0);
  }
}

package io.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.embedded.EmbeddedPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each mistake is answered with one line that names it, and exit code 2. */
class BadInputTest {
  @TempDir Path folder;

  private static void isRefused(String naming, String... arguments) {
    StringWriter err = new StringWriter();
    int exit = Dateline.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
    assertThat(err.toString()).contains(naming);
    assertThat(err.toString().strip().lines()).as(err.toString()).hasSize(1);
    assertThat(exit).isEqualTo(2);
  }

  @Test
  void anUnknownFlag() {
    isRefused("--colour", "up", "--colour", "red");
  }

  @Test
  void anUnknownVerb() {
    isRefused("fetch", "fetch");
  }

  @Test
  void aMissingVerb() {
    isRefused("subcommand");
    isRefused("subcommand", "run");
    isRefused("subcommand", "source");
  }

  @Test
  void aPortThatIsNoNumber() {
    isRefused("--port", "up", "--port", "http");
  }

  @Test
  void aPortInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      isRefused("127.0.0.1:" + port, "up", "--port", port, "--data", folder.toString());
    }
  }

  @Test
  void aFileThatIsNotThere() {
    isRefused("nothing.warc.gz", "extract", "nothing.warc.gz");
    isRefused("nothing.warc.gz", "backfill", "--kafka", "127.0.0.1:1", "nothing.warc.gz");
    isRefused("nothing.ndjson", "enrich", "nothing.ndjson");
    isRefused("nothing.yaml", "up", "--sources", "nothing.yaml");
  }

  @Test
  void aLimitThatIsNone() {
    isRefused("--max-rejected", "extract", "--max-rejected", "some", "-");
  }

  @Test
  void aDatabaseAddressOfAnotherKind() {
    isRefused("postgresql://", "up", "--db", "mysql://root@localhost/news");
  }

  @Test
  void aTopicThatIsNone() {
    isRefused("no-such-topic", "tail", "--topic", "no-such-topic", "--kafka", "127.0.0.1:1");
  }

  @Test
  void allWrongSettingsAtOnce() throws Exception {
    Map<String, String> env =
        Map.of("KAFKA_PARTITIONS", "many", "DATABASE_URL", "oracle:x", "SINK_CONNECTIONS", "0");
    try (Child child = Child.start(folder, env, List.of("run", "sink"))) {
      assertThat(child.exit(Duration.ofSeconds(30))).isEqualTo(2);
      assertThat(String.join("\n", child.err()))
          .contains("KAFKA_PARTITIONS", "DATABASE_URL", "SINK_CONNECTIONS")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aDatabaseThatRefusesThePassword() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("pg"), 0)) {
      requirePasswords(postgres);
      Map<String, String> env =
          Map.of("DATABASE_URL", postgres.jdbcUrl(), "DATABASE_PASSWORD", "wrong");
      try (Child child = Child.start(folder, env, List.of("run", "sink"))) {
        assertThat(child.exit(Duration.ofSeconds(30))).isEqualTo(2);
        assertThat(child.err()).anyMatch(line -> line.contains("password"));
        assertThat(String.join("\n", child.err())).doesNotContain("\tat ");
      }
    }
  }

  private void requirePasswords(EmbeddedPostgres postgres) throws Exception {
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
}

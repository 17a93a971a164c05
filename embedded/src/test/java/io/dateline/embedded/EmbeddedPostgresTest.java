package io.dateline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir Path folder;

  static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "");
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (var rows = statement.getResultSet()) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }

  @Test
  void isDurableAndSpeaksUtf8() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, 0)) {
      assertThat(ask(postgres, "show fsync")).isEqualTo("on");
      assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
      assertThat(ask(postgres, "show listen_addresses")).isEqualTo(Ports.LOOPBACK);
      assertThat(ask(postgres, "show server_encoding")).isEqualTo("UTF8");
      assertThat(ask(postgres, "select datcollate from pg_database where datname = 'dateline'"))
          .isEqualTo("C.UTF-8");
    }
  }

  @Test
  void keepsRowsOverARestart() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, 0)) {
      ask(postgres, "create table word (text text)");
      ask(postgres, "insert into word values ('Ärger, 日本, Россия')");
    }
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, 0)) {
      assertThat(ask(postgres, "select text from word")).isEqualTo("Ärger, 日本, Россия");
    }
  }

  @Test
  void startsOverWhenTheFirstStartWasKilledHalfWay() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data").resolve("base"));
    Files.writeString(data.resolveSibling("PG_VERSION"), "18\n");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, 0)) {
      assertThat(ask(postgres, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void startsAfterTheServerAloneWasKilled() throws Exception {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, 0);
    ask(postgres, "create table word (text text)");
    ask(postgres, "insert into word values ('kept')");
    assertThat(ProcessHandle.of(postgres.processId()).orElseThrow().destroyForcibly()).isTrue();
    postgres.close();
    try (EmbeddedPostgres again = EmbeddedPostgres.start(folder, 0)) {
      assertThat(ask(again, "select text from word")).isEqualTo("kept");
    }
  }

  @Test
  void namesAPortInUse() throws Exception {
    try (TakenPort taken = new TakenPort()) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(folder, taken.port()))
          .isInstanceOf(EmbeddedException.class)
          .hasMessageContaining("PostgreSQL cannot listen on 127.0.0.1:" + taken.port());
    }
  }

  @Test
  void takesAnotherPortWhenAProgramWasQuicker() throws Exception {
    try (TakenPort taken = new TakenPort()) {
      try (EmbeddedPostgres started = EmbeddedPostgres.start(folder, taken.thenAnother())) {
        assertThat(started.port()).isNotEqualTo(taken.port());
        try (var connection = DriverManager.getConnection(started.jdbcUrl(), started.user(), "")) {
          assertThat(connection.isValid(5)).isTrue();
        }
      }
    }
  }

  @Test
  void namesTheOnlyPortItMayHaveWhenAProgramWasQuicker() throws Exception {
    try (TakenPort taken = new TakenPort()) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(folder, taken.andNoOther()))
          .isInstanceOf(EmbeddedException.class)
          .hasMessageContaining("PostgreSQL cannot listen on 127.0.0.1:" + taken.port());
    }
  }
}

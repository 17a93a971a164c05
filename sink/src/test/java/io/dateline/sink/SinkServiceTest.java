package io.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.model.Channel;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.PubStatus;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Stage;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.model.ninjs.RejectionCodec;
import io.dateline.runtime.DatabaseRefusedException;
import io.dateline.runtime.DatabaseSettings;
import io.dateline.runtime.Platform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The sink between a real broker and a real database. */
class SinkServiceTest {

  @Test
  void anArticleIsStoredWithItsVersionItsTagsAndTheirEvidence() throws Exception {
    try (Line line = Line.start()) {
      EnrichedArticle article = Samples.article("a", 1);
      line.enriched(article);
      line.awaitStored();

      assertThat(
              line.rows(
                  """
                  SELECT uri, version, status, language, source, topics, topics_about, countries,
                         authors, agencies, copy_role, sorted_at = '2026-11-20T11:00:00+01:00'
                    FROM article WHERE id = article_id(uri)\
                  """))
          .containsExactly(
              "https://news.example/a|1|usable|en|example|{20000068,16000000}|{20000068}|{SY}"
                  + "|{\"Ada Example\",\"Bo Example\"}|{dpa}|first|t");
      assertThat(line.rows("SELECT doc FROM article_version"))
          .containsExactly(new String(EnrichedCodec.toJson(article), StandardCharsets.UTF_8));
      assertThat(
              line.rows(
                  """
                  SELECT kind, code, relation, confidence, words, pointer, start_at, end_at
                    FROM article_tag JOIN article_tag_evidence USING (article_id, kind, code, relation)
                   ORDER BY code\
                  """))
          .containsExactly(
              "topic|16000000|broader|80|peace talks|/bodies/0/value|13|24",
              "topic|20000068|about|80|peace talks|/bodies/0/value|13|24",
              "country|SY|about|80|Syria|/bodies/0/value|0|5");
    }
  }

  @Test
  void theIdInTheDatabaseIsTheIdInJava() throws Exception {
    try (Line line = Line.start()) {
      line.enriched(Samples.article("ä/ö?x=1", 1));
      line.awaitStored();

      assertThat(line.rows("SELECT id FROM article WHERE id = article_id(uri)"))
          .containsExactly(Samples.article("ä/ö?x=1", 1).article().uri().id().toString());
    }
  }

  @Test
  void theSameOnceMoreChangesNothing() throws Exception {
    try (Line line = Line.start()) {
      line.enriched(Samples.article("a", 1), Samples.article("a", 1));
      line.awaitStored();
      String before = line.rows("SELECT stored_at FROM article_version").getFirst();
      line.enriched(Samples.article("a", 1));
      line.awaitStored();

      assertThat(line.rows("SELECT count(*) FROM article")).containsExactly("1");
      assertThat(line.rows("SELECT stored_at FROM article_version")).containsExactly(before);
      assertThat(line.rows("SELECT count(*) FROM article_tag")).containsExactly("3");
    }
  }

  @Test
  void anOlderVersionThatComesLateIsKeptButNeverBecomesTheNewest() throws Exception {
    try (Line line = Line.start()) {
      line.enriched(Samples.article("a", 3));
      line.awaitStored();
      line.enriched(Samples.article("a", 1), Samples.article("a", 2));
      line.awaitStored();

      assertThat(line.rows("SELECT version, headline FROM article"))
          .containsExactly("3|Headline 3 of a");
      assertThat(line.rows("SELECT version FROM article_version ORDER BY 1"))
          .containsExactly("1", "2", "3");
    }
  }

  @Test
  void anotherEnricherReplacesTheSameVersion() throws Exception {
    try (Line line = Line.start()) {
      line.enriched(Samples.article("a", 1));
      line.enriched(Samples.article("a", 1, "0.2.0"));
      line.awaitStored();

      assertThat(line.rows("SELECT pipeline FROM article")).containsExactly("0.2.0");
      assertThat(line.rows("SELECT pipeline, event_id FROM article_version"))
          .containsExactly("0.2.0|https://news.example/a#1#0.2.0");
    }
  }

  @Test
  void anErasureLeavesNothingOfTheArticle() throws Exception {
    try (Line line = Line.start()) {
      line.enriched(Samples.article("a", 1), Samples.article("a", 2), Samples.article("b", 1));
      line.awaitStored();
      line.bytes(Channel.ENRICHED, Samples.uri("a"), null);
      line.awaitStored();

      assertThat(line.rows("SELECT uri FROM article")).containsExactly(Samples.uri("b"));
      assertThat(line.rows("SELECT count(*) FROM article_version")).containsExactly("1");
      assertThat(line.rows("SELECT count(*) FROM article_tag")).containsExactly("3");
    }
  }

  @Test
  void aWithdrawnArticleStaysAsCanceled() throws Exception {
    try (Line line = Line.start()) {
      EnrichedArticle second = Samples.article("a", 2);
      line.enriched(
          Samples.article("a", 1),
          new EnrichedArticle(
              second.article().toBuilder().status(PubStatus.CANCELED).build(),
              second.enrichment()));
      line.awaitStored();

      assertThat(line.rows("SELECT version, status FROM article")).containsExactly("2|canceled");
      assertThat(line.rows("SELECT sum(articles) FROM articles_per_hour")).containsExactly("null");
    }
  }

  @Test
  void whatWasAbortedIsNotStoredAndItsOffsetsArePassed() throws Exception {
    try (Line line = Line.start()) {
      line.aborted(Samples.article("a", 1));
      line.awaitStored();

      assertThat(line.rows("SELECT count(*) FROM article")).containsExactly("0");
    }
  }

  @Test
  void poisonBecomesARejectionWithItsBytesAndTheLineGoesOn() throws Exception {
    try (Line line = Line.start()) {
      byte[] poison = "{not json".getBytes(StandardCharsets.UTF_8);
      line.bytes(Channel.ENRICHED, Samples.uri("x"), poison);
      line.bytes(
          Channel.ENRICHED, Samples.uri("y"), "{\"uri\":7}".getBytes(StandardCharsets.UTF_8));
      line.bytes(Channel.ENRICHED, null, null);
      line.bytes(Channel.REJECTED, Samples.uri("z"), poison);
      line.enriched(Samples.article("a", 1));
      line.awaitStored();

      assertThat(line.rows("SELECT uri FROM article")).containsExactly(Samples.uri("a"));
      assertThat(
              line.rows(
                  "SELECT stage, reason, subject, encode(payload, 'escape') FROM rejected"
                      + " ORDER BY subject"))
          .containsExactly(
              "store|bad-ninjs||null",
              "store|bad-json|https://news.example/x|{not json",
              "store|bad-ninjs|https://news.example/y|{\"uri\":7}",
              "store|bad-json|https://news.example/z|{not json");
      assertThat(line.rows("SELECT origin FROM rejected WHERE subject = 'https://news.example/x'"))
          .first()
          .asString()
          .startsWith(line.kafka().topic(Channel.ENRICHED) + "-");
    }
  }

  @Test
  void aRowTheDatabaseRefusesIsNarrowedDownAndItsNeighboursAreStored() throws Exception {
    try (Line line = Line.start()) {
      Backends.rows(line.database(), "WITH x AS (SELECT 1) SELECT * FROM x");
      try (Connection connection =
              java.sql.DriverManager.getConnection(
                  line.database().url(), line.database().user(), "");
          var statement = connection.createStatement()) {
        statement.execute("ALTER TABLE article ADD CHECK (uri NOT LIKE '%/bad')");
      }
      line.enriched(
          Samples.article("a", 1),
          Samples.article("b", 1),
          Samples.article("bad", 1),
          Samples.article("c", 1),
          Samples.article("d", 1));
      line.awaitStored();

      assertThat(line.rows("SELECT count(*) FROM article")).containsExactly("4");
      assertThat(line.rows("SELECT reason, subject FROM rejected"))
          .containsExactly("internal-error|" + Samples.uri("bad"));
    }
  }

  @Test
  void aRejectionOfTheLineIsStoredAsItIs() throws Exception {
    try (Line line = Line.start()) {
      Rejection rejection =
          Rejection.of(Stage.FETCH, Reason.TIMEOUT, "slow \u0000 page", "https://slow.example/")
              .from("https://slow.example/", null, Instant.parse("2026-11-22T10:00:00Z"));
      line.bytes(Channel.REJECTED, "https://slow.example/", RejectionCodec.toJson(rejection));
      line.awaitStored();

      assertThat(
              line.rows(
                  "SELECT stage, reason, origin, rejected_at = '2026-11-22T10:00:00Z'"
                      + " FROM rejected"))
          .containsExactly("fetch|timeout|https://slow.example/|t");
      assertThat(line.rows("SELECT stage, reason, rejected FROM rejected_per_hour"))
          .containsExactly("fetch|timeout|1");
    }
  }

  @Test
  void anotherSinkGoesOnWhereTheFirstStopped() throws Exception {
    try (Line line = Line.start()) {
      line.enriched(Samples.article("a", 1));
      line.awaitStored();
      line.restartSink();
      line.enriched(Samples.article("b", 1));
      line.awaitStored();

      assertThat(line.rows("SELECT uri FROM article ORDER BY 1"))
          .containsExactly(Samples.uri("a"), Samples.uri("b"));
    }
  }

  @Test
  void countersAddUp() throws Exception {
    try (Line line = Line.start()) {
      line.enriched(Samples.article("a", 1), Samples.article("b", 1));
      line.bytes(Channel.ENRICHED, "x", "{".getBytes(StandardCharsets.UTF_8));
      line.awaitStored();

      var meters = line.platform().meters();
      double in = meters.get("dateline_stage_in").tag("stage", "store").counter().count();
      double out = meters.get("dateline_stage_out").tag("stage", "store").counter().count();
      double rejected =
          meters.get("dateline_stage_rejected").tag("stage", "store").counter().count();
      assertThat(in).isEqualTo(3);
      assertThat(out + rejected).isEqualTo(in);
    }
  }

  @Test
  void aDatabaseThatRefusesThePasswordIsToldInOneLine() throws Exception {
    DatabaseSettings database = Backends.get().database();
    Path rules = Backends.get().postgresData().resolve("pg_hba.conf");
    String before = Files.readString(rules);
    Files.writeString(rules, "host all secretive 127.0.0.1/32 scram-sha-256\n" + before);
    try (Connection admin = Backends.get().admin("postgres");
        var statement = admin.createStatement()) {
      statement.execute("CREATE ROLE secretive LOGIN PASSWORD 'right'");
      statement.execute("SELECT pg_reload_conf()");
      Thread.sleep(300);
      DatabaseSettings wrong = new DatabaseSettings(database.url(), "secretive", "wrong");

      assertThatThrownBy(() ->
              SinkService.start(
                  SinkSettings.local(Backends.get().kafka(), wrong), Platform.create()))
          .isInstanceOf(DatabaseRefusedException.class)
          .hasMessageContaining(database.url() + " refuses user 'secretive'")
          .hasMessageContaining("password authentication failed")
          .hasMessageNotContaining("\n");
    } finally {
      Files.writeString(rules, before);
    }
  }
}

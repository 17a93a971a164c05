package io.dateline.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.CopyGroup;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.EventHeaders;
import io.dateline.model.StoryLinks;
import io.dateline.model.StoryRef;
import io.dateline.model.StoryRef.Related;
import io.dateline.runtime.DatabaseSettings;
import io.dateline.runtime.Health;
import io.dateline.sink.Backends;
import io.dateline.sink.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreTest {
  private static final CopyGroup COPIES = new CopyGroup("urn:a", CopyGroup.Role.FIRST, 100);
  private static final Partition PARTITION = new Partition("enriched", "id", 0);

  @Test
  void whoLostThePartitionCanWriteNothing() throws Exception {
    DatabaseSettings settings = Backends.get().database();
    try (Database database = Database.open(settings, 2, new Health())) {
      Store store = new Store(database.source());
      assertThat(store.nextOffset(PARTITION, 0)).isZero();
      assertThat(store.write(PARTITION, 0, 5, List.of(put("a", 1, 0)))).isTrue();

      assertThat(store.write(PARTITION, 0, 7, List.of(put("zombie", 1, 6)))).isFalse();

      assertThat(store.nextOffset(PARTITION, 0)).isEqualTo(5);
      assertThat(Backends.rows(settings, "SELECT uri FROM article"))
          .containsExactly(Samples.uri("a"));
    }
  }

  @Test
  void aChannelMadeAnewStartsAnew() throws Exception {
    try (Database database = Database.open(Backends.get().database(), 2, new Health())) {
      Store store = new Store(database.source());
      store.nextOffset(PARTITION, 0);
      store.write(PARTITION, 0, 900, List.of());

      assertThat(store.nextOffset(new Partition("enriched", "another id", 0), 0)).isZero();
    }
  }

  @Test
  void whatIsWrittenBeforeAnErasureInTheSameSliceIsGone() throws Exception {
    DatabaseSettings settings = Backends.get().database();
    try (Database database = Database.open(settings, 2, new Health())) {
      Store store = new Store(database.source());
      store.nextOffset(PARTITION, 0);
      Change erase =
          new Change.Erase(new Position(PARTITION, 2), put("a", 1, 0).id(), Samples.uri("a"));
      store.write(PARTITION, 0, 4, List.of(put("a", 1, 0), put("b", 1, 1), erase, put("a", 2, 3)));

      assertThat(
              Backends.rows(
                  settings,
                  "SELECT article_id = article_id('"
                      + Samples.uri("a")
                      + "'), version"
                      + " FROM article_version ORDER BY 1"))
          .containsExactly("f|1", "t|2");
    }
  }

  @Test
  void linksBetweenStoriesAreKeptAsToldLast() throws Exception {
    DatabaseSettings settings = Backends.get().database();
    try (Database database = Database.open(settings, 2, new Health())) {
      Store store = new Store(database.source());
      store.nextOffset(PARTITION, 0);
      store.write(
          PARTITION,
          0,
          2,
          List.of(
              linked(put("a", 1, 0), new Related("s2", Related.MERGED, 70)),
              linked(put("b", 1, 1), new Related("s3", Related.RELATED, 30))));
      store.write(
          PARTITION, 2, 3, List.of(linked(put("c", 1, 2), new Related("s3", Related.RELATED, 45))));
      var late = new StoryLinks("s1", List.of(new Related("s4", Related.RELATED, 50)));
      store.write(PARTITION, 3, 4, List.of(new Change.Link(new Position(PARTITION, 3), late)));

      assertThat(
              Backends.rows(settings, "SELECT story, other, rel, score FROM story_link ORDER BY 2"))
          .containsExactly("s1|s2|merged|70", "s1|s3|related|45", "s1|s4|related|50");
    }
  }

  private static Change.Put linked(Change.Put put, Related link) {
    EnrichedArticle article = put.article();
    var grouped = article.enrichment().grouped(COPIES, new StoryRef("s1", 100, List.of(link)));
    return new Change.Put(
        put.position(),
        new EnrichedArticle(article.article(), grouped),
        put.headers(),
        put.doc(),
        put.ingestedAt());
  }

  @Test
  void hostileTextIsStoredWithoutWhatPostgresCannotHold() throws Exception {
    DatabaseSettings settings = Backends.get().database();
    try (Database database = Database.open(settings, 2, new Health())) {
      Store store = new Store(database.source());
      store.nextOffset(PARTITION, 0);
      Change.Put put = put("a", 1, 0);
      var article =
          put.article().article().toBuilder()
              .section("NUL \u0000, half \ud83d, whole \ud83d\ude00, \"{},\\ ' ; DROP TABLE --")
              .build();
      var enriched = new EnrichedArticle(article, put.article().enrichment());
      store.write(
          PARTITION,
          0,
          1,
          List.of(
              new Change.Put(
                  put.position(), enriched, put.headers(), put.doc(), put.ingestedAt())));

      assertThat(Backends.rows(settings, "SELECT section FROM article"))
          .containsExactly("NUL , half \ufffd, whole \ud83d\ude00, \"{},\\ ' ; DROP TABLE --");
    }
  }

  private static Change.Put put(String path, int version, long offset) {
    return new Change.Put(
        new Position(PARTITION, offset),
        Samples.article(path, version),
        EventHeaders.fromMap(Map.of()),
        "{}".getBytes(StandardCharsets.UTF_8),
        Instant.parse("2026-11-22T12:00:00Z"));
  }
}

package io.dateline.serve.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.vocabulary.TopicTable;
import io.dateline.query.ParseResult;
import io.dateline.query.QueryLanguage;
import io.dateline.serve.Samples;
import io.dateline.serve.live.Positions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the index holds after a crash: the files as they lay there, opened anew. */
class SearchIndexTest {
  private static final int COMMITTED = 100;
  private static final int ALL = 130;

  @TempDir Path folder;

  private static void put(SearchIndex index, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      var article = Samples.article(i, "en", "Report " + i, "A text.");
      index.put(Samples.enriched(article, "en", List.of()), Samples.START);
    }
  }

  private static List<UUID> everything(SearchIndex index) throws IOException {
    return found(index, "body:text");
  }

  private static List<UUID> found(SearchIndex index, String text) throws IOException {
    index.refresh();
    var query = (ParseResult.Parsed) new QueryLanguage(TopicTable.standard()).parse(text);
    return index
        .search(new SearchRequest(query.query(), false, SearchRequest.Order.NEWEST, null, 0, 1_000))
        .ids();
  }

  private Path asAfterACrash(Path live) throws IOException {
    Path copy = Files.createDirectory(folder.resolve("crashed"));
    try (Stream<Path> files = Files.list(live)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  @Test
  void crashedIndexGoesOnAtItsPositionsAndRepeatsNothing() throws IOException {
    Path live = folder.resolve("live");
    try (SearchIndex index = SearchIndex.open(live)) {
      put(index, 0, COMMITTED);
      index.commit(Positions.all(1, COMMITTED));
      put(index, COMMITTED, ALL);
      index.refresh();
      try (SearchIndex crashed = SearchIndex.open(asAfterACrash(live))) {
        assertThat(crashed.committed()).contains(Positions.all(1, COMMITTED));
        assertThat(crashed.size()).isEqualTo(COMMITTED);
        // from a little before the position on: what is read twice replaces itself
        put(crashed, COMMITTED - 10, ALL);
        List<UUID> found = everything(crashed);
        assertThat(found).hasSize(ALL).doesNotHaveDuplicates();
        assertThat(new HashSet<>(found)).isEqualTo(new HashSet<>(everything(index)));
      }
    }
  }

  @Test
  void deletedIndexIsEmptyAndHasNoPositions() throws IOException {
    try (SearchIndex index = SearchIndex.open(folder.resolve("gone"))) {
      assertThat(index.committed()).isEmpty();
      assertThat(index.size()).isZero();
      put(index, 0, ALL);
      assertThat(everything(index)).hasSize(ALL);
    }
  }

  @Test
  void olderVersionNeverReplacesANewerOne() throws IOException {
    try (SearchIndex index = SearchIndex.open(folder.resolve("versions"))) {
      var first = Samples.enriched(Samples.article(1, "en", "First", "A."), "en", List.of());
      var second = Samples.article(1, "en", "Second", "A.").toBuilder().version(2).build();
      index.put(Samples.enriched(second, "en", List.of()), Samples.START);
      index.put(first, Samples.START);
      assertThat(found(index, "title:second")).hasSize(1);
      index.put(first, Samples.START);
      assertThat(found(index, "title:second")).hasSize(1);
      assertThat(found(index, "title:first")).isEmpty();
    }
  }
}

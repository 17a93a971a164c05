package io.dateline.app.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.app.Child;
import io.dateline.app.TestOutlet;
import io.dateline.app.Warcs;
import io.dateline.ingest.backfill.Backfill;
import io.dateline.ingest.backfill.BackfillReport;
import io.dateline.model.ninjs.Json;
import io.dateline.runtime.Platform;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code extract X.warc.gz | enrich -} gives what the line stores of the same file, field by field.
 * The channels have one partition here: with several, articles of one file reach the grouper in
 * another order, and which of two copies came first is told by that order. What must differ even so
 * is {@link #comparable}.
 */
@Order(3)
class PipeTest {
  private static final Path PUBLISHERS =
      Path.of(System.getProperty("dateline.shared"), "wire", "publishers.warc.gz");
  private static final Duration MOST = Duration.ofSeconds(100);
  private static final String HAUSHALT =
      "Die Regierung in Warschau hat am Dienstag den Haushalt für das kommende Jahr beschlossen."
          + " Der polnische Finanzminister verteidigte die Ausgaben für das Militär.";

  @TempDir Path folder;

  @Test
  void pipeAndLineAgreeOnTheirOwnArchive() throws Exception {
    Path file = folder.resolve("own.warc.gz");
    Files.write(file, archive());
    assertThat(bothAgree(file)).isEqualTo(5);
  }

  @Test
  void pipeAndLineAgreeOnThePublishersArchive() throws Exception {
    assumeTrue(Files.isReadable(PUBLISHERS), "skipped: " + PUBLISHERS + " is not there");
    assertThat(bothAgree(PUBLISHERS)).isGreaterThan(100);
  }

  private static byte[] archive() throws Exception {
    List<byte[]> records =
        List.of(
            record("/talks", TestOutlet.page("en", "Talks resume in Nairobi", TestOutlet.TALKS)),
            record("/haushalt", TestOutlet.page("de", "Warschau beschließt Haushalt", HAUSHALT)),
            record("/copy", TestOutlet.page("en", "Kenya: talks resume", TestOutlet.TALKS)),
            record("/empty", ""),
            record("/ja", TestOutlet.page("ja", "政府は予算を発表", "日本政府は火曜日、来年度の予算案を発表した。".repeat(6))),
            record(
                "/ru",
                TestOutlet.page(
                    "ru",
                    "Переговоры в Астане",
                    "Переговоры в Астане начались в понедельник. Москва и Анкара пригласили Дамаск. "
                        .repeat(4))),
            record("/talks", TestOutlet.page("en", "Talks resume in Nairobi", TestOutlet.TALKS)));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] record : records) {
      try (GZIPOutputStream member = new GZIPOutputStream(all)) {
        member.write(record);
      }
    }
    return all.toByteArray();
  }

  private static byte[] record(String path, String page) {
    return Warcs.archive("https://news.example" + path, page);
  }

  /** How many articles both have. */
  private int bothAgree(Path file) throws Exception {
    Map<String, ObjectNode> piped = new TreeMap<>();
    TreeSet<String> rejectedByPipe = new TreeSet<>();
    Child extract = Child.run(folder, "", "extract", file.toString());
    Child enrich = Child.run(folder, String.join("\n", extract.out()) + "\n", "enrich", "-");
    for (String line : enrich.out()) {
      ObjectNode node = Json.read(line.getBytes(UTF_8));
      if (node.path("article") instanceof ObjectNode article) {
        piped.put(article.path("uri").asText(), comparable(article));
      } else {
        rejectedByPipe.add(rejection(node.path("rejected")));
      }
    }
    try (TestLine line =
        TestLine.start(folder.resolve("line"), "", Map.of("KAFKA_PARTITIONS", "1"))) {
      BackfillReport report =
          new Backfill(line.kafka(), Platform.create()).run(List.of(file), _ -> {});
      assertThat(report.pages())
          .isEqualTo(report.published() + report.unchanged() + report.rejected());
      Map<String, ObjectNode> stored = stored(line, (int) report.published());
      assertThat(stored.keySet()).isEqualTo(piped.keySet());
      List<String> differences = new ArrayList<>();
      stored.forEach((uri, article) ->
          compare(uri, Objects.requireNonNull(piped.get(uri)), article, differences));
      assertThat(differences).isEmpty();
      assertThat(rejections(line, (int) report.rejected())).isEqualTo(rejectedByPipe);
      return stored.size();
    }
  }

  private static Map<String, ObjectNode> stored(TestLine line, int count) throws Exception {
    Map<String, ObjectNode> stored = new TreeMap<>();
    await(line, "select count(*) from article", count);
    String newest =
        "select doc from article join article_version v on v.article_id = id"
            + " and v.version = article.version";
    for (String doc : line.ask(newest)) {
      ObjectNode article = Json.read(doc.getBytes(UTF_8));
      stored.put(article.path("uri").asText(), comparable(article));
    }
    return stored;
  }

  private static Set<String> rejections(TestLine line, int count) throws Exception {
    await(line, "select count(*) from rejected", count);
    return new TreeSet<>(
        line.ask("select stage || ' ' || reason || ' ' || subject || ' ' || detail from rejected"));
  }

  private static void await(TestLine line, String sql, int count) throws Exception {
    long deadline = System.nanoTime() + MOST.toNanos();
    while (!line.ask(sql).equals(List.of(Integer.toString(count)))
        && System.nanoTime() < deadline) {
      Thread.sleep(200);
    }
    assertThat(line.ask(sql)).containsExactly(Integer.toString(count));
  }

  private static String rejection(JsonNode rejected) {
    return rejected.path("stage").asText()
        + " "
        + rejected.path("reason").asText()
        + " "
        + rejected.path("subject").asText()
        + " "
        + rejected.path("detail").asText();
  }

  /** An article without what the time of day decides: nothing yet. */
  private static ObjectNode comparable(ObjectNode article) {
    return article;
  }

  private static void compare(
      String path, JsonNode piped, JsonNode stored, List<String> differences) {
    if (piped instanceof ObjectNode left && stored instanceof ObjectNode right) {
      TreeSet<String> names = new TreeSet<>();
      left.fieldNames().forEachRemaining(names::add);
      right.fieldNames().forEachRemaining(names::add);
      names.forEach(n -> compare(path + "/" + n, left.path(n), right.path(n), differences));
    } else if (!piped.equals(stored)) {
      differences.add(path + ": pipe " + piped + " line " + stored);
    }
  }
}

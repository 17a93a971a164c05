package io.dateline.app.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.app.Audit;
import io.dateline.app.Child;
import io.dateline.app.Web;
import io.dateline.model.ninjs.Json;
import io.dateline.runtime.KafkaSettings;
import java.net.URLEncoder;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From a page over Kafka and PostgreSQL to the live stream, all of it real. */
@ExtendWith(DemoLine.Extension.class)
class LineTest {
  private static final int ARTICLES = DemoLine.ARTICLES;
  private static final String ALEPPO = "putin-bietet-konferenz-an";

  @TempDir Path folder;

  private final Running running;
  private final List<JsonNode> articles;

  LineTest(DemoLine demo) {
    running = demo.line().running();
    articles = demo.articles();
  }

  private JsonNode aleppo() {
    return articles.stream()
        .filter(a -> a.path("uri").asText().contains(ALEPPO))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyArticleIsServedOnceAndTheUpdateIsItsSecondVersion() {
    assertThat(articles).hasSize(ARTICLES);
    assertThat(articles.stream().map(a -> a.path("uri").asText())).doesNotHaveDuplicates();
    assertThat(
            articles.stream().filter(DemoLine::isSecondVersion).map(a -> a.path("title").asText()))
        .containsExactly("Parlamentswahl in Rumänien: Proeuropäisches Lager gewinnt klar");
  }

  @Test
  void theArticleThatStartedItIsTakenApartAndTagged() {
    JsonNode article = aleppo();
    JsonNode enrichment = article.path("enrichment");
    assertThat(article.path("bodies").toString()).doesNotContain("Foto: AP", "MoskauDie");
    assertThat(enrichment.path("language").asText())
        .as("the text's language alone, for consumers who compare it flat")
        .isEqualTo("de");
    assertThat(enrichment.path("countries").toString()).contains("RU", "SY");
    assertThat(enrichment.path("countriesMentioned").toString() + enrichment.path("countries"))
        .contains("KZ", "TR", "IR", "US");
    assertThat(enrichment.path("topics")).isNotEmpty();
    enrichment
        .path("tags")
        .forEach(tag -> assertThat(tag.path("evidence")).as(tag.toString()).isNotNull());
  }

  @Test
  void plainConsumersCanReadTheEnrichedChannel() throws Exception {
    List<ConsumerRecord<String, String>> records =
        PlainConsumer.readAll(running.kafka(), "dateline.enriched.v1");
    assertThat(records).hasSize(ARTICLES + 1);
    for (ConsumerRecord<String, String> record : records) {
      Header id = record.headers().lastHeader("ce_id");
      assertThat(new String(id.value(), UTF_8)).startsWith(record.key() + "#");
    }
    Optional<EnrichedSchema> schema = EnrichedSchema.load();
    assumeTrue(schema.isPresent(), "skipped: IPTC's schema is not beside the house");
    for (ConsumerRecord<String, String> record : records) {
      assertThat(schema.get().errors(record.value())).as(record.key()).isEmpty();
    }
  }

  @Test
  void theLiveStreamSendsWhatIsAskedFor() throws Exception {
    int about = (int) articles.stream().filter(LineTest::isAboutSyria).count();
    List<String> data =
        Web.stream(running.port(), "?country=SY&since=2000-01-01T00:00:00Z", "data:", about);
    assertThat(data).anyMatch(line -> line.contains(ALEPPO));
    for (String line : data) {
      assertThat(isAboutSyria(Json.read(line.substring("data:".length()).getBytes(UTF_8))))
          .isTrue();
    }
  }

  private static boolean isAboutSyria(JsonNode article) {
    return article.path("enrichment").path("countries").toString().contains("\"SY\"");
  }

  @Test
  void tailPrintsWhatSearchFindsForTheSameQuery() throws Exception {
    String query = "country:SY AND (astana* OR aleppo*) -\"no such words\"";
    byte[] found =
        Web.get(
                running.port(),
                "/api/v1/articles?limit=200&q=" + URLEncoder.encode(query, UTF_8),
                BodyHandlers.ofByteArray())
            .body();
    Set<String> searched = new TreeSet<>(uris(Json.read(found).path("articles")));
    assertThat(searched).isNotEmpty().hasSizeLessThan(ARTICLES);
    String most = Integer.toString(searched.size());
    Child tail =
        Child.run(
            folder,
            "",
            "tail",
            "--kafka",
            running.kafka(),
            "--from-start",
            "-q",
            query,
            "--max",
            most);
    assertThat(tail.exit(Duration.ZERO)).as(tail.err().toString()).isZero();
    List<JsonNode> printed = new ArrayList<>();
    for (String line : tail.out()) {
      printed.add(Json.read(line.getBytes(UTF_8)));
    }
    assertThat(uris(printed)).containsExactlyInAnyOrderElementsOf(searched);
  }

  @Test
  void watchesAreAddedPausedAndDeletedByCommand() throws Exception {
    JsonNode added = watch("add", "Aleppo", "country:SY aleppo").getFirst();
    assertThat(added.path("query").asText()).isEqualTo("country:SY aleppo");
    String id = added.path("id").asText();
    JsonNode paused = watch("pause", id).getFirst();
    assertThat(paused.path("paused").asBoolean()).isTrue();
    assertThat(paused.path("name").asText()).isEqualTo("Aleppo");
    assertThat(watch("list")).contains(paused);
    assertThat(watch("delete", id)).isEmpty();
    Child wrong = Child.run(folder, "", "watch", "--url", url(), "add", "Wrong", "a AND");
    assertThat(wrong.exit(Duration.ZERO)).isEqualTo(2);
    assertThat(wrong.err().toString()).contains("expected");
  }

  private String url() {
    return "http://127.0.0.1:" + running.port();
  }

  private List<JsonNode> watch(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("watch", "--url", url()));
    command.addAll(List.of(arguments));
    Child child = Child.run(folder, "", command.toArray(String[]::new));
    assertThat(child.exit(Duration.ZERO)).as(child.err().toString()).isZero();
    List<JsonNode> printed = new ArrayList<>();
    for (String line : child.out()) {
      printed.add(Json.read(line.getBytes(StandardCharsets.UTF_8)));
    }
    return printed;
  }

  private static List<String> uris(Iterable<JsonNode> articles) {
    List<String> uris = new ArrayList<>();
    articles.forEach(article -> uris.add(article.path("uri").asText()));
    return uris;
  }

  @Test
  void theEmptyPageIsARejectionWithItsReason() throws Exception {
    assertThat(PlainConsumer.readAll(running.kafka(), "dateline.rejected.v1"))
        .singleElement()
        .satisfies(record -> assertThat(record.value()).contains("leere-seite", "\"reason\""));
  }

  @Test
  void theStoreHasTheSameArticles() throws Exception {
    try (var connection = DriverManager.getConnection(running.database(), "dateline", "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from article")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(ARTICLES);
    }
  }

  @Test
  void theCountsChannelSaysWhatTheStoreCounts() throws Exception {
    CountsAgree.check(running);
  }

  @Test
  void theBooksAreBalanced() throws Exception {
    Audit audit = new Audit(KafkaSettings.local(running.kafka()), running.database());
    assertThat(audit.faults(Duration.ofSeconds(20))).isEmpty();
  }

  @Test
  void theCountersAddUp() throws Exception {
    String metrics = Web.get(running.port(), "/metrics", BodyHandlers.ofString()).body();
    double published = metric(metrics, "dateline_stage_out_total{stage=\"publish\"}");
    assertThat(published).isEqualTo(ARTICLES + 1);
    assertThat(metric(metrics, "dateline_stage_out_total{stage=\"store\"}")).isEqualTo(published);
    assertThat(metric(metrics, "dateline_stage_in_total{stage=\"detect-language\"}"))
        .isEqualTo(published);
  }

  private static double metric(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(-1);
  }
}

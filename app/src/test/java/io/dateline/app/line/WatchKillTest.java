package io.dateline.app.line;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.app.Child;
import io.dateline.app.Web;
import io.dateline.embedded.EmbeddedKafka;
import io.dateline.embedded.EmbeddedPostgres;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Channel;
import io.dateline.model.Text;
import io.dateline.model.ninjs.ArticleCodec;
import io.dateline.model.ninjs.Json;
import io.dateline.runtime.ChannelSetup;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Shutdown;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills enrich and serve in turns with SIGKILL while articles come in: every hit of a watch is on
 * its channel exactly once, and a client of the live stream resumes without a gap.
 */
@Tag("campaign")
class WatchKillTest {
  private static final int ARTICLES = Integer.getInteger("dateline.articles", 1_500);
  private static final int KILLS = Integer.getInteger("dateline.kills", 6);
  private static final int WATCHES = 20;
  private static final Duration PER_KILL =
      Duration.ofSeconds(Integer.getInteger("dateline.pause", 12));
  private static final Duration MOST = Duration.ofMinutes(4);

  @TempDir Path folder;
  private final Shutdown parts = new Shutdown();
  private final Map<String, String> env = new HashMap<>();
  private final Map<String, Child> running = new HashMap<>();
  private KafkaSettings kafka;
  private int port;

  @AfterEach
  void stop() {
    running.values().forEach(Child::close);
    parts.close();
  }

  @BeforeEach
  void startLine() throws Exception {
    EmbeddedKafka broker = parts.add("kafka", EmbeddedKafka.start(folder.resolve("kafka"), 0));
    EmbeddedPostgres postgres =
        parts.add("postgres", EmbeddedPostgres.start(folder.resolve("postgres"), 0));
    kafka = KafkaSettings.local(broker.bootstrap());
    ChannelSetup.ensure(kafka);
    port = freePort();
    env.put("KAFKA_BOOTSTRAP", broker.bootstrap());
    env.put("DATABASE_URL", postgres.jdbcUrl());
    env.put("DATABASE_USER", postgres.user());
    env.put("SERVE_PORT", Integer.toString(port));
    env.put("SERVE_DATA", folder.resolve("search").toString());
    env.put("STATUS_PORT", Integer.toString(freePort()));
    env.put("ENRICH_STATE_DIR", folder.resolve("state").toString());
    start("enrich");
    start("serve");
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void start(String service) {
    running.put(service, Child.start(folder, env, List.of("run", service)));
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + MOST.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("still waiting: " + what).isLessThan(deadline);
      Thread.sleep(300);
    }
  }

  private void addWatch(HttpClient client, String query) throws Exception {
    String body = Json.object().put("name", query).put("query", query).toString();
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/watches"))
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static Article article(int i) {
    return Article.builder(
            new ArticleUri("https://news.example/" + i),
            Text.of("Report number " + i, "This report tells of kind" + i % WATCHES + "."))
        .build();
  }

  /** Publishes evenly over the time of all kills. */
  private void publish() {
    long pause = PER_KILL.toMillis() * KILLS * 1_000_000L / ARTICLES;
    try (var producer = new KafkaProducer<String, byte[]>(kafka.producer())) {
      for (int i = 0; i < ARTICLES; i++) {
        Article article = article(i);
        producer
            .send(
                new ProducerRecord<>(
                    kafka.topic(Channel.ARTICLES),
                    article.uri().value(),
                    ArticleCodec.toJson(article)))
            .get();
        Thread.sleep(Duration.ofNanos(pause));
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("publishing failed", e);
    }
  }

  private List<String> hits() throws Exception {
    List<String> ids = new ArrayList<>();
    for (var record : PlainConsumer.readAll(kafka.bootstrap(), kafka.topic(Channel.MATCHES))) {
      ids.add(Json.read(record.value().getBytes(StandardCharsets.UTF_8)).path("id").asText());
    }
    return ids;
  }

  @Test
  void everyHitIsThereOnceAndEveryListenerResumesWithoutAGap() throws Exception {
    await("serve is ready", () -> Web.status(port, "/readyz") == 200);
    try (HttpClient client = HttpClient.newHttpClient()) {
      addWatch(client, "body:report");
      for (int i = 0; i < WATCHES; i++) {
        addWatch(client, "kind" + i);
      }
    }
    URI stream = URI.create("http://127.0.0.1:" + port + "/api/v1/stream");
    try (Listener listener = new Listener(stream)) {
      await("the listener is let in", () -> listener.connections() > 0);
      Thread publisher = Thread.ofPlatform().name("publisher").start(this::publish);
      for (int i = 0; i < KILLS; i++) {
        Thread.sleep(PER_KILL);
        String victim = i % 2 == 0 ? "serve" : "enrich";
        requireNonNull(running.get(victim)).kill();
        start(victim);
      }
      publisher.join();
      await("all hits", () -> Set.copyOf(hits()).size() >= 2 * ARTICLES);
      await("all events", () -> uris(listener).size() >= ARTICLES);
      tell(hits(), listener);
    }
  }

  private static void tell(List<String> hits, Listener listener) throws Exception {
    int events = listener.data().size();
    Set<String> heard = uris(listener);
    System.out.printf(
        "%d kills, %d articles: %d hits, missing %d, twice %d; stream: %d connections, missing %d,"
            + " repeated %d%n",
        KILLS,
        ARTICLES,
        hits.size(),
        2 * ARTICLES - Set.copyOf(hits).size(),
        hits.size() - Set.copyOf(hits).size(),
        listener.connections(),
        ARTICLES - heard.size(),
        events - heard.size());
    assertThat(hits).hasSize(2 * ARTICLES).doesNotHaveDuplicates();
    assertThat(heard).hasSize(ARTICLES);
    assertThat(events).as("each article heard once").isEqualTo(ARTICLES);
  }

  private static Set<String> uris(Listener listener) throws Exception {
    Set<String> uris = new TreeSet<>();
    for (String event : listener.data()) {
      JsonNode article = Json.read(event.getBytes(StandardCharsets.UTF_8));
      uris.add(article.path("uri").asText());
    }
    return uris;
  }
}

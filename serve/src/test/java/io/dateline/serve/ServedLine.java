package io.dateline.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.dateline.embedded.EmbeddedKafka;
import io.dateline.embedded.EmbeddedPostgres;
import io.dateline.model.Article;
import io.dateline.model.Channel;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.EventHeaders;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.runtime.ChannelSetup;
import io.dateline.runtime.DatabaseSettings;
import io.dateline.runtime.Health;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Meters;
import io.dateline.runtime.Platform;
import io.dateline.runtime.Shutdown;
import io.dateline.runtime.outbound.PrivateHosts;
import io.dateline.serve.alert.AlertSettings;
import io.dateline.serve.alert.SmtpSettings;
import io.dateline.serve.http.Access;
import io.dateline.serve.http.Rates;
import io.dateline.sink.SinkService;
import io.dateline.sink.SinkSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** A real broker, a real database, the sink and serve, and a producer that plays enrich. */
public final class ServedLine implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The tests are one client together, and ask faster the faster the machine is. */
  private static final Rates MANY = new Rates(100_000, 100_000, 100_000, 1);

  private final Shutdown parts = new Shutdown();
  private final KafkaProducer<String, byte[]> producer;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final KafkaSettings kafka;
  private final DatabaseSettings database;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private final Platform platform =
      new Platform(Meters.prometheus(), new Health(), () -> Instant.now().plus(ahead.get()));
  private final GreenMail mail;
  private ServeService serve;

  private ServedLine() throws IOException, InterruptedException {
    folder = Files.createTempDirectory("dateline-serve-test");
    EmbeddedKafka broker = parts.add("kafka", EmbeddedKafka.start(folder.resolve("kafka"), 0));
    EmbeddedPostgres postgres =
        parts.add("postgres", EmbeddedPostgres.start(folder.resolve("postgres"), 0));
    kafka = KafkaSettings.local(broker.bootstrap());
    database = new DatabaseSettings(postgres.jdbcUrl(), postgres.user(), "");
    ChannelSetup.ensure(kafka);
    mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    mail.start();
    parts.add("mail", mail::stop);
    parts.add("sink", SinkService.start(SinkSettings.local(kafka, database), Platform.create()));
    producer = parts.add("producer", new KafkaProducer<>(kafka.producer()));
    serve = ServeService.start(settings(), platform);
    await(() -> get("/readyz").statusCode() == 200);
  }

  /** How serve was started. */
  public ServeSettings settings() {
    ServeSettings local = ServeSettings.local(0, kafka, database);
    return new ServeSettings(
        local.host(),
        local.port(),
        new Access(null, null, MANY),
        local.maxConnections(),
        local.maxStreams(),
        local.data(),
        new AlertSettings(
            new PrivateHosts(Set.of("127.0.0.1")),
            new SmtpSettings(
                "127.0.0.1",
                mail.getSmtp().getPort(),
                SmtpSettings.Security.NONE,
                null,
                null,
                "dateline@news.example")),
        kafka,
        database);
  }

  /** The mail server that alerts are sent to. */
  public GreenMail mail() {
    return mail;
  }

  /** Starts everything. */
  public static ServedLine start() throws IOException, InterruptedException {
    return new ServedLine();
  }

  /** Stops serve and starts it again at another port. */
  public void restartServe() throws InterruptedException {
    serve.close();
    serve = ServeService.start(settings(), platform);
    await(() -> get("/readyz").statusCode() == 200);
  }

  /** Sets serve's clock this far before the machine's; zero sets it right again. */
  public void setAhead(Duration time) {
    ahead.set(time);
  }

  /** The routes served. */
  public List<String> routes() {
    return serve.routes();
  }

  /** How to reach the broker. */
  public KafkaSettings kafka() {
    return kafka;
  }

  /** Publishes an enriched article and waits until the broker has it. */
  public RecordMetadata publish(EnrichedArticle enriched) {
    return taken(begin(enriched));
  }

  /** Publishes many, whose records travel together, and waits until the broker has them. */
  public void publish(List<EnrichedArticle> many) {
    many.stream().map(this::begin).toList().forEach(ServedLine::taken);
  }

  private Future<RecordMetadata> begin(EnrichedArticle enriched) {
    String uri = enriched.article().uri().value();
    boolean first = enriched.article().version() == 1;
    EventHeaders headers =
        new EventHeaders(
            uri + "#" + enriched.article().version() + "#0.1.0",
            first ? EventHeaders.Type.CREATED : EventHeaders.Type.UPDATED,
            "test",
            null,
            EnrichedCodec.SCHEMA,
            null,
            false);
    return begin(uri, EnrichedCodec.toJson(enriched), headers);
  }

  /** Publishes a record of any value under a key; null erases. */
  public RecordMetadata send(String key, byte @Nullable [] value, EventHeaders headers) {
    return taken(begin(key, value, headers));
  }

  /** Erases many articles and waits until the broker has been told. */
  public void erase(List<Article> many) {
    many.stream().map(this::beginErasing).toList().forEach(ServedLine::taken);
  }

  private Future<RecordMetadata> beginErasing(Article article) {
    String uri = article.uri().value();
    EventHeaders headers =
        new EventHeaders(
            uri + "#erased",
            EventHeaders.Type.ERASED,
            "test",
            null,
            EnrichedCodec.SCHEMA,
            null,
            false);
    return begin(uri, null, headers);
  }

  private Future<RecordMetadata> begin(String key, byte @Nullable [] value, EventHeaders headers) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(kafka.topic(Channel.ENRICHED), key, value);
    headers.toMap().forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    return producer.send(record);
  }

  private static RecordMetadata taken(Future<RecordMetadata> sent) {
    try {
      return sent.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused a record", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Publishes and waits until the API serves it. */
  public void store(EnrichedArticle enriched) throws InterruptedException {
    publish(enriched);
    String path = "/api/v1/articles/" + enriched.article().uri().id();
    String version = "\"version\":\"" + enriched.article().version() + "\"";
    await(() -> get(path).body().contains(version));
  }

  /** The server's address with this path. */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + serve.port() + path);
  }

  /** Gets a path; the headers are names and values in turn. */
  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** What a path answers, which must be 200. */
  public JsonNode json(String path) throws IOException {
    HttpResponse<String> response = get(path);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  /** Sends any request. */
  public HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("no answer to " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits until a condition holds, at most 30 s. */
  public static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + PATIENCE);
      }
      Thread.sleep(20);
    }
  }

  @Override
  public void close() throws IOException {
    serve.close();
    parts.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

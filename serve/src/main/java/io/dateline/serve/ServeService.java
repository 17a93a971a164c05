package io.dateline.serve;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dateline.model.Channel;
import io.dateline.model.vocabulary.TopicTable;
import io.dateline.query.QueryLanguage;
import io.dateline.runtime.DatabaseSettings;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import io.dateline.runtime.Shutdown;
import io.dateline.runtime.TemporaryFolder;
import io.dateline.serve.alert.Alerts;
import io.dateline.serve.http.Api;
import io.dateline.serve.http.HttpServer;
import io.dateline.serve.http.SourceIntake;
import io.dateline.serve.live.ChannelStatus;
import io.dateline.serve.live.ConsumerFactory;
import io.dateline.serve.live.LiveFeed;
import io.dateline.serve.live.LiveStreams;
import io.dateline.serve.live.SourceStates;
import io.dateline.serve.search.ArticleSearch;
import io.dateline.serve.search.IndexFollower;
import io.dateline.serve.search.SearchIndex;
import io.dateline.serve.store.ArticleStore;
import io.dateline.serve.store.CountStore;
import io.dateline.serve.store.DatabaseWatch;
import io.dateline.serve.store.StoryStore;
import io.dateline.serve.store.TrendStore;
import io.dateline.serve.watch.Matching;
import io.dateline.serve.watch.WatchMatcher;
import io.dateline.serve.watch.WatchReader;
import io.dateline.serve.watch.WatchWriter;
import io.dateline.serve.watch.Watches;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The serve process: the page, the API and the live streams. */
public final class ServeService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServeService.class);

  /** Connections to the database. */
  static final int DATABASE_CONNECTIONS = 8;

  /** A request waits at most this long for a connection, in milliseconds. */
  static final long CONNECTION_WAIT_MILLIS = 3_000;

  /** Largest part of a partition fetched at once for the live streams, in bytes. */
  private static final int FETCH_BYTES = 1024 * 1024;

  private final Shutdown parts;
  private final HttpServer http;
  private final List<String> routes;

  private ServeService(Shutdown parts, HttpServer http, List<String> routes) {
    this.parts = parts;
    this.http = http;
    this.routes = List.copyOf(routes);
  }

  /**
   * Starts; Kafka and the database may come later.
   *
   * @throws io.dateline.runtime.CannotStartException when the address cannot be bound, or the
   *     database refuses the login
   */
  public static ServeService start(ServeSettings settings, Platform platform) {
    return start(settings, platform, () -> {});
  }

  /**
   * The same.
   *
   * @param onDeath never called: every part of serve begins again by itself
   */
  public static ServeService start(ServeSettings settings, Platform platform, Runnable onDeath) {
    return start(settings, platform, onDeath, SourceIntake.NONE);
  }

  /**
   * The same, with somebody to give new sources to.
   *
   * @param onDeath never called
   * @param intake takes them
   */
  public static ServeService start(
      ServeSettings settings, Platform platform, Runnable onDeath, SourceIntake intake) {
    DatabaseWatch.requireLogin(settings.database(), platform.health());
    Shutdown parts = new Shutdown();
    try {
      // first: an address in use is told before anything waits for Kafka
      HttpServer http =
          parts.add(
              "address",
              HttpServer.bind(settings.host(), settings.port(), settings.maxConnections()));
      HikariDataSource database = parts.add("database pool", pool(settings.database()));
      parts.add("database watch", DatabaseWatch.start(database, platform.health()));
      // before any thread that watches: Lucene's classes wait for each other for ever when two
      // threads are the first to load them, one for an index and one for a monitor
      SearchIndex index = openIndex(settings.data(), parts);
      ConsumerFactory consumers = consumers(settings.kafka());
      LiveFeed feed =
          parts.add("live feed", LiveFeed.start(consumers, enriched(settings), platform));
      Api.Parts behind =
          behind(settings, platform, parts, new Backends(database, consumers, index, feed, intake));
      Api api = parts.add("routes", new Api(behind, settings.access(), platform));
      http.serve(api.router(), settings.access());
      parts.add("http", http); // closed before what it serves from
      // last in, first closed: listening clients go before the server, which waits for them
      parts.add("streams", feed::endStreams);
      LOG.info("serving on http://{}:{}/", settings.host(), http.port());
      return new ServeService(parts, http, api.router().list());
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private record Backends(
      HikariDataSource database,
      ConsumerFactory consumers,
      SearchIndex index,
      LiveFeed feed,
      SourceIntake intake) {}

  private static Api.Parts behind(
      ServeSettings settings, Platform platform, Shutdown parts, Backends backends) {
    TopicTable topics = TopicTable.standard();
    ArticleStore store = new ArticleStore(backends.database());
    SearchIndex index = backends.index();
    var source = new IndexFollower.Source(backends.consumers(), enriched(settings));
    parts.add("search index", IndexFollower.start(index, source, store, platform));
    Watches watches = parts.add("watches", new Watches(new QueryLanguage(topics)));
    KafkaSettings kafka = settings.kafka();
    var channels =
        new WatchReader.Topics(
            kafka.topic(Channel.WATCHES), kafka.topic(Channel.MATCHES), enriched(settings));
    WatchReader reader = new WatchReader(watches, channels);
    parts.add("watch reader", reader.start(backends.consumers(), platform));
    Matching matching = new Matching(watches, platform.clock());
    parts.add("watch matcher", WatchMatcher.start(reader, matching, kafka, platform));
    SourceStates sources = followSources(settings, platform, parts, backends);
    WatchWriter writer =
        parts.add("watch writer", new WatchWriter(kafka, watches, channels.watches()));
    var around = new Alerts.Around(watches, writer, backends.consumers());
    Alerts alerts = parts.add("alerts", Alerts.start(settings.alerts(), around, kafka, platform));
    return new Api.Parts(
        store,
        new StoryStore(backends.database()),
        new ArticleSearch(index, store),
        new CountStore(backends.database()),
        sources,
        backends.intake(),
        new TrendStore(backends.database()),
        new LiveStreams(backends.feed(), settings.maxStreams(), platform.meters()),
        parts.add("channel status", new ChannelStatus(kafka)),
        watches,
        writer,
        alerts,
        topics);
  }

  private static SourceStates followSources(
      ServeSettings settings, Platform platform, Shutdown parts, Backends backends) {
    SourceStates sources = new SourceStates();
    String health = settings.kafka().topic(Channel.SOURCE_HEALTH);
    parts.add(
        "source health", SourceStates.follow(sources, backends.consumers(), health, platform));
    return sources;
  }

  private static String enriched(ServeSettings settings) {
    return settings.kafka().topic(Channel.ENRICHED);
  }

  private static SearchIndex openIndex(@Nullable Path data, Shutdown parts) {
    try {
      Path folder =
          data == null
              ? parts.add("temporary folder", TemporaryFolder.create("dateline-search")).path()
              : data.resolve("search");
      return SearchIndex.open(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the search index cannot be opened in " + data, e);
    }
  }

  private static HikariDataSource pool(DatabaseSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("serve");
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setReadOnly(true);
    config.setMaximumPoolSize(DATABASE_CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  private static ConsumerFactory consumers(KafkaSettings kafka) {
    return () -> {
      Map<String, Object> properties = kafka.consumer();
      properties.put("max.partition.fetch.bytes", FETCH_BYTES);
      properties.put("fetch.max.wait.ms", 100);
      return new KafkaConsumer<>(properties);
    };
  }

  /** The port listened on. */
  public int port() {
    return http.port();
  }

  /** The routes as "METHOD /path"; a variable segment is "{}". */
  public List<String> routes() {
    return routes;
  }

  @Override
  public void close() {
    parts.close();
  }
}

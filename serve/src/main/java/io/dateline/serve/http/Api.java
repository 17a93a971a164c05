package io.dateline.serve.http;

import io.dateline.model.vocabulary.TopicTable;
import io.dateline.runtime.Platform;
import io.dateline.serve.alert.Alerts;
import io.dateline.serve.live.ChannelStatus;
import io.dateline.serve.live.LiveStreams;
import io.dateline.serve.live.SourceStates;
import io.dateline.serve.search.ArticleSearch;
import io.dateline.serve.store.ArticleStore;
import io.dateline.serve.store.CountStore;
import io.dateline.serve.store.StoryStore;
import io.dateline.serve.store.TrendStore;
import io.dateline.serve.watch.WatchWriter;
import io.dateline.serve.watch.Watches;

/** Everything that is served, and where. */
public final class Api implements AutoCloseable {
  private final WriteWatch writes = new WriteWatch();
  private final Router router = new Router();

  /**
   * The parts behind the routes.
   *
   * @param articles lists and single articles
   * @param stories and what belongs to them
   * @param search finds by query
   * @param counts numbers
   * @param sources how the sources are
   * @param intake takes new sources
   * @param trends where topics and countries meet, and spikes
   * @param streams live streams
   * @param channels what Kafka holds
   * @param watches saved queries
   * @param watchWriter saves them
   * @param alerts sends what they catch
   * @param topics the topics we tag with
   */
  public record Parts(
      ArticleStore articles,
      StoryStore stories,
      ArticleSearch search,
      CountStore counts,
      SourceStates sources,
      SourceIntake intake,
      TrendStore trends,
      LiveStreams streams,
      ChannelStatus channels,
      Watches watches,
      WatchWriter watchWriter,
      Alerts alerts,
      TopicTable topics) {}

  /** All routes over these parts. */
  public Api(Parts parts, Access access, Platform platform) {
    Filters filters = new Filters(parts.topics());
    new ArticleRoutes(parts, filters, platform.clock()).addTo(router);
    new StoryRoutes(parts.stories(), filters, platform.clock()).addTo(router);
    router.add("GET", "/api/v1/stream", new StreamRoute(parts.streams(), filters, writes));
    new CountRoutes(parts.counts(), filters).addTo(router);
    new SourceRoutes(parts.counts(), parts.sources(), parts.intake()).addTo(router);
    new TrendRoutes(parts, filters, platform.clock()).addTo(router);
    router.add("GET", "/api/v1/pipeline", new PipelineRoute(parts.channels(), parts.counts()));
    router.add("POST", "/api/v1/login", new LoginRoute(access));
    new WatchRoutes(parts, filters, platform.clock()).addTo(router);
    new WatchFeedRoutes(parts, platform.clock()).addTo(router);
    new StatusRoutes(platform, parts.topics()).addTo(router);
    new SchemaRoutes().addTo(router);
    AssetRoutes.addTo(router);
  }

  /** The routes. */
  public Router router() {
    return router;
  }

  @Override
  public void close() {
    writes.close();
  }
}

package io.dateline.ingest.run;

import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.push.Pushes;
import io.dateline.ingest.source.Feed;
import io.dateline.ingest.source.Source;
import io.dateline.ingest.url.Urls;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The feeds of a source that name a hub. */
final class HubFeed {

  private static final Pattern LINK = Pattern.compile("<([^>]{1,2000})>\\s*((?:;[^,<]{0,500})*)");
  private static final Pattern REL =
      Pattern.compile(";\\s*rel\\s*=\\s*\"?([^\";]*)\"?", Pattern.CASE_INSENSITIVE);

  private final Source source;
  private final Tools tools;
  private final Inbox inbox;
  private final Map<String, String> topics = new ConcurrentHashMap<>();

  /** Where deliveries go. */
  @FunctionalInterface
  interface Inbox {
    void put(Feed feed, byte[] body, @Nullable String contentType);
  }

  HubFeed(Source source, Tools tools, Inbox inbox) {
    this.source = source;
    this.tools = tools;
    this.inbox = inbox;
  }

  /** Subscribes, or renews, when the feed or its answer names a hub; the answer's word wins. */
  void found(Feed feed, FetchResult.Fetched fetched, Leads.Found found)
      throws InterruptedException {
    Pushes pushes = tools.pushes();
    String linked = link(fetched, "hub");
    String hub = linked == null ? found.hub() : linked;
    if (pushes == null || hub == null) {
      return;
    }
    String self = link(fetched, "self");
    String stated = self == null ? found.self() : self;
    String topic = stated == null ? fetched.url() : stated;
    topics.put(feed.url(), topic);
    pushes.offer(source, hub, topic, (body, type) -> inbox.put(feed, body, type));
  }

  private static @Nullable String link(FetchResult.Fetched fetched, String rel) {
    for (String header : fetched.links()) {
      Matcher link = LINK.matcher(header);
      while (link.find()) {
        Matcher stated = REL.matcher(link.group(2));
        if (stated.find()
            && List.of(stated.group(1).strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .contains(rel)) {
          return Urls.resolve(fetched.url(), link.group(1));
        }
      }
    }
    return null;
  }

  /** The time of the next poll, brought forward when a lease ends before it. */
  Instant earlier(Feed feed, Instant due) {
    Pushes pushes = tools.pushes();
    String topic = topics.get(feed.url());
    Instant renewal = pushes == null || topic == null ? null : pushes.due(source, topic);
    if (renewal == null || !renewal.isBefore(due)) {
      return due;
    }
    Instant least = tools.clock().instant().plus(source.poll().min());
    return renewal.isBefore(least) ? least : renewal;
  }

  /** A delivery as an answer; the validators known stay those of the last poll. */
  static FetchResult.Fetched fetched(Task.Pushed pushed, FeedMemory.State state) {
    return new FetchResult.Fetched(
        state.movedTo() == null ? pushed.feed().url() : state.movedTo(),
        List.of(),
        null,
        pushed.contentType(),
        pushed.body(),
        state.validators(),
        List.of(),
        List.of());
  }
}

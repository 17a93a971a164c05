package io.dateline.ingest.source;

import io.dateline.ingest.schedule.PollBounds;
import io.dateline.ingest.url.Urls;
import io.dateline.model.LanguageTag;
import io.dateline.model.SourceId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An outlet to watch.
 *
 * @param id names it
 * @param name for people
 * @param homeCountry ISO 3166-1 alpha-2 code
 * @param language of its articles, "und" when mixed
 * @param feeds at least one
 * @param hosts domains its articles may live on; subdomains included
 * @param privateHosts hosts ("name" or "name:port") that may be private and use any port
 * @param poll how often its feeds are asked
 * @param rights what its terms say, for people
 */
public record Source(
    SourceId id,
    String name,
    @Nullable String homeCountry,
    LanguageTag language,
    List<Feed> feeds,
    Set<String> hosts,
    Set<String> privateHosts,
    PollBounds poll,
    @Nullable String rights) {

  /** Copies the lists; without hosts, those of the feeds count. */
  public Source {
    feeds = List.copyOf(feeds);
    if (feeds.isEmpty()) {
      throw new IllegalArgumentException("source '" + id + "' has no feeds");
    }
    privateHosts = Set.copyOf(privateHosts);
    Set<String> all = new HashSet<>();
    for (String host : hosts) {
      all.add(host.toLowerCase(Locale.ROOT));
    }
    for (Feed feed : feeds) {
      String site = Urls.site(feed.url());
      if (hosts.isEmpty() && site != null) {
        all.add(site);
      }
    }
    hosts = Set.copyOf(all);
  }

  /** A source of which nothing is known but what to ask. */
  public static Source of(SourceId id, List<Feed> feeds, Set<String> privateHosts) {
    return new Source(
        id,
        id.value(),
        null,
        LanguageTag.UNKNOWN,
        feeds,
        Set.of(),
        privateHosts,
        PollBounds.DEFAULT,
        null);
  }

  /** Whether its articles may live at an address. */
  public boolean owns(String url) {
    String host = Urls.host(url);
    if (host == null) {
      return false;
    }
    return hosts.stream().anyMatch(h -> host.equals(h) || host.endsWith("." + h));
  }

  /** The same, with articles on one more domain. */
  public Source withHost(String host) {
    Set<String> more = new HashSet<>(hosts);
    more.add(host);
    return new Source(id, name, homeCountry, language, feeds, more, privateHosts, poll, rights);
  }

  /** What decides which instance watches it: the site of its first feed. */
  public String homeSite() {
    String url = feeds.getFirst().url();
    String site = Urls.site(url);
    return site == null ? url : site;
  }
}

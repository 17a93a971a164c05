package io.dateline.ingest.source;

import io.dateline.ingest.url.Urls;
import io.dateline.model.SourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/**
 * Which partition each source lies in. Sources that ask the same site lie together, so that one
 * instance asks it and its pauses hold over all instances; what lies somewhere stays there, since
 * its marks lie there too. Pure.
 */
public final class Placement {

  private final Map<SourceId, Integer> known;
  private final Map<String, Integer> sites = new HashMap<>();

  /**
   * A placement beside what lies somewhere already.
   *
   * @param known sources and their partitions
   * @param partitions of the ids of {@code known}
   */
  public Placement(List<Source> known, Map<SourceId, Integer> partitions) {
    this.known = Map.copyOf(partitions);
    for (Source source : known) {
      Integer at = partitions.get(source.id());
      if (at != null) {
        sitesOf(source).forEach(site -> sites.putIfAbsent(site, at));
      }
    }
  }

  /**
   * The partition of each source.
   *
   * @param hash of a site, for groups none of whose sites is known
   */
  public Map<SourceId, Integer> place(List<Source> sources, ToIntFunction<String> hash) {
    Map<SourceId, Integer> placed = new LinkedHashMap<>();
    for (List<Source> group : groups(sources)) {
      int at = partition(group, hash);
      for (Source source : group) {
        placed.put(source.id(), known.getOrDefault(source.id(), at));
      }
    }
    return placed;
  }

  private int partition(List<Source> group, ToIntFunction<String> hash) {
    Set<String> homes = new TreeSet<>();
    for (Source source : group) {
      for (String site : sitesOf(source)) {
        Integer at = sites.get(site);
        if (at != null) {
          return at;
        }
      }
      homes.add(source.homeSite());
    }
    return hash.applyAsInt(homes.iterator().next());
  }

  /** Sources that share a site, directly or over others. */
  private static List<List<Source>> groups(List<Source> sources) {
    Map<String, String> leaders = new HashMap<>();
    for (Source source : sources) {
      String first = null;
      for (String site : sitesOf(source)) {
        String leader = leader(leaders, site);
        if (first == null) {
          first = leader;
        } else {
          leaders.put(leader, leader(leaders, first));
        }
      }
    }
    Map<String, List<Source>> groups = new TreeMap<>();
    for (Source source : sources) {
      String leader = leader(leaders, sitesOf(source).iterator().next());
      groups.computeIfAbsent(leader, _ -> new ArrayList<>()).add(source);
    }
    return new ArrayList<>(groups.values());
  }

  private static String leader(Map<String, String> leaders, String site) {
    String at = site;
    for (String next = leaders.get(at); next != null && !next.equals(at); next = leaders.get(at)) {
      at = next;
    }
    return at;
  }

  /** The sites that a source asks, its home first to be found but in a settled order. */
  public static Set<String> sitesOf(Source source) {
    Set<String> sites = new TreeSet<>();
    for (Feed feed : source.feeds()) {
      String site = feed.kind() == Feed.Kind.WIRE ? null : Urls.site(feed.url());
      sites.add(site == null ? feed.url() : site);
    }
    for (String host : source.hosts()) {
      String site = Urls.site("https://" + host + "/");
      sites.add(site == null ? host : site);
    }
    return sites;
  }
}

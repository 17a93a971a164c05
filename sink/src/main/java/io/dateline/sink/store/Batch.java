package io.dateline.sink.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Changes of one partition in their order, sorted out so that sets of rows can be written: of what
 * is written before an erasure nothing is left, and each row is written once.
 *
 * @param erased articles to erase, before anything is put
 * @param versions each version of each article once, the last one sent
 * @param newest of each article the highest version
 * @param links of stories, in their order
 * @param rejects what left the line
 */
record Batch(
    List<Change.Erase> erased,
    List<Change.Put> versions,
    List<Change.Put> newest,
    List<Change.Link> links,
    List<Change.Reject> rejects) {

  private record VersionKey(UUID id, int version) {}

  static Batch of(List<Change> changes) {
    List<Change.Erase> erased = new ArrayList<>();
    List<Change.Reject> rejects = new ArrayList<>();
    List<Change.Link> links = new ArrayList<>();
    Set<UUID> erasedLater = new HashSet<>();
    Map<VersionKey, Change.Put> versions = new HashMap<>();
    Map<UUID, Change.Put> newest = new HashMap<>();
    for (Change change : changes.reversed()) {
      switch (change) {
        case Change.Reject reject -> rejects.add(reject);
        case Change.Link link -> links.add(link);
        case Change.Erase erase -> {
          if (erasedLater.add(erase.id())) {
            erased.add(erase);
          }
        }
        case Change.Put put -> {
          if (!erasedLater.contains(put.id())) {
            versions.putIfAbsent(new VersionKey(put.id(), put.version()), put);
            newest.merge(put.id(), put, (a, b) -> b.version() > a.version() ? b : a);
          }
        }
      }
    }
    return new Batch(
        erased,
        List.copyOf(versions.values()),
        List.copyOf(newest.values()),
        links.reversed(),
        rejects.reversed());
  }
}

package io.dateline.sink.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is stored already of the articles of a batch: repeats are left out before anything is sent,
 * and what is new can be copied in. Should another connection store the same article meanwhile, the
 * copy fails on its key and the batch is tried once more.
 */
final class Known {
  private static final String SQL =
      "SELECT article_id, version, pipeline FROM article_version WHERE article_id = ANY (?::uuid[])";

  private final Map<Key, String> pipelines = new HashMap<>();
  private final Map<UUID, Integer> newest = new HashMap<>();

  private record Key(UUID id, int version) {}

  private Known() {}

  /** Asks for the articles of these changes. */
  static Known of(Connection connection, List<Change.Put> puts) throws SQLException {
    Known known = new Known();
    if (puts.isEmpty()) {
      return known;
    }
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      Object[] ids = puts.stream().map(put -> put.id().toString()).toArray();
      statement.setArray(1, connection.createArrayOf("text", ids));
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        UUID id = rows.getObject(1, UUID.class);
        int version = rows.getInt(2);
        known.pipelines.put(new Key(id, version), rows.getString(3));
        known.newest.merge(id, version, Math::max);
      }
    }
    return known;
  }

  /** Versions of which nothing is stored. */
  List<Change.Put> newVersions(List<Change.Put> versions) {
    return versions.stream().filter(put -> !pipelines.containsKey(key(put))).toList();
  }

  /** Versions stored as another enricher left them. */
  List<Change.Put> changedVersions(List<Change.Put> versions) {
    return versions.stream().filter(this::isChanged).toList();
  }

  /** Articles of which nothing is stored. */
  List<Change.Put> newArticles(List<Change.Put> puts) {
    return puts.stream().filter(put -> !newest.containsKey(put.id())).toList();
  }

  /** Articles that are to replace the newest version stored; an older one never does. */
  List<Change.Put> newerArticles(List<Change.Put> puts) {
    return puts.stream().filter(this::isNewer).toList();
  }

  private boolean isNewer(Change.Put put) {
    Integer stored = newest.get(put.id());
    return stored != null
        && (put.version() > stored || (put.version() == stored && isChanged(put)));
  }

  private boolean isChanged(Change.Put put) {
    String pipeline = pipelines.get(key(put));
    return pipeline != null && !pipeline.equals(put.article().enrichment().pipeline());
  }

  private static Key key(Change.Put put) {
    return new Key(put.id(), put.version());
  }
}

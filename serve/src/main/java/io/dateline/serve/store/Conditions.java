package io.dateline.serve.store;

import io.dateline.query.TagFilter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A WHERE clause and its values, built side by side so that no value becomes SQL. */
final class Conditions {
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  /** Text arrays are made by the connection, so they wait until one is there. */
  private record TextArray(Set<String> elements) {}

  Conditions and(String condition, Object... bound) {
    sql.append(sql.isEmpty() ? " WHERE " : " AND ").append(condition);
    values.addAll(List.of(bound));
    return this;
  }

  Conditions filter(TagFilter filter) {
    oneOf("a.topics && ?", filter.topics());
    oneOf("a.countries && ?", filter.countries());
    oneOf("a.language = ANY (?)", filter.languages());
    oneOf("a.source = ANY (?)", filter.sources());
    return this;
  }

  Conditions between(@Nullable Instant from, @Nullable Instant to) {
    if (from != null) {
      and("a.sorted_at >= ?", Timestamp.from(from));
    }
    if (to != null) {
      and("a.sorted_at < ?", Timestamp.from(to));
    }
    return this;
  }

  /** A condition on a set of texts; none for an empty set. */
  Conditions oneOf(String condition, Set<String> elements) {
    if (!elements.isEmpty()) {
      and(condition, new TextArray(elements));
    }
    return this;
  }

  /** The clause with a leading space; empty without conditions. */
  String sql() {
    return sql.toString();
  }

  /** Binds the values from an index on. */
  void bind(PreparedStatement statement, int first) throws SQLException {
    Connection connection = statement.getConnection();
    int index = first;
    for (Object value : values) {
      if (value instanceof TextArray array) {
        statement.setArray(index++, connection.createArrayOf("text", array.elements().toArray()));
      } else {
        statement.setObject(index++, value);
      }
    }
  }

  int size() {
    return values.size();
  }
}

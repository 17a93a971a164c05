package io.dateline.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a query says, before it is fitted to an index. A null field means title or body. */
sealed interface Node {

  /** All of them. */
  record And(List<Node> parts) implements Node {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** Any of them. */
  record Or(List<Node> parts) implements Node {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** Everything else. */
  record Not(Node part) implements Node {}

  /** A word; at is where it stands in the query. */
  record Word(@Nullable Field field, String text, int at) implements Node {}

  /** Words in this order, at most slop words apart. */
  record Phrase(@Nullable Field field, String text, int slop, int at) implements Node {}

  /** Words that begin so. */
  record Prefix(@Nullable Field field, String text, int at) implements Node {}

  /** Published from, inclusive, to, exclusive; null is open. */
  record Between(@Nullable Instant from, @Nullable Instant to) implements Node {}
}

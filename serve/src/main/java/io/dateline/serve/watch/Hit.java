package io.dateline.serve.watch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article that a watch caught.
 *
 * @param id the same for the same watch, article and version, so that a repeat can be dropped
 * @param watch id of the watch
 * @param article id of the article
 * @param uri uri of the article
 * @param version its version; 0 when it was erased
 * @param headline its headline; empty when it was erased
 * @param event created, updated, corrected, withdrawn or erased
 * @param at when it was caught
 * @param words the words of the article that the query found; none when only tags fitted
 * @param matching false when this version no longer fits the query, but an earlier one did
 * @param copyGroup the article's copy group; null when it has none
 */
public record Hit(
    String id,
    String watch,
    UUID article,
    String uri,
    int version,
    String headline,
    String event,
    Instant at,
    List<String> words,
    boolean matching,
    @Nullable String copyGroup) {

  static final String ERASED = "erased";

  /** Copies the words. */
  public Hit {
    words = List.copyOf(words);
  }

  /** Whether the article was erased: nothing of its text may be shown any more. */
  public boolean isErasure() {
    return event.equals(ERASED);
  }

  /** The same without anything of the article's text. */
  Hit withoutText() {
    return new Hit(id, watch, article, uri, version, "", event, at, List.of(), matching, copyGroup);
  }
}

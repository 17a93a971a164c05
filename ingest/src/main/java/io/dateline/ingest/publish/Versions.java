package io.dateline.ingest.publish;

import io.dateline.ingest.extract.ContentHash;
import io.dateline.ingest.frontier.Frontier;
import io.dateline.ingest.frontier.Mark;
import io.dateline.model.Article;
import io.dateline.model.EventHeaders;
import io.dateline.model.Paragraph;
import io.dateline.model.PubStatus;
import io.dateline.model.Text;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Which version an article is, and how it is announced. Pure. */
public final class Versions {

  /** The schema that values of the articles channel follow. */
  public static final String DATA_SCHEMA = "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";

  private Versions() {}

  /** Whether the article says what the mark remembers. */
  public static boolean isKnown(Article article, Mark.@Nullable PageMark known) {
    return known != null
        && known.version() > 0
        && article.status() == PubStatus.USABLE
        && Frontier.isSameHash(hash(article), known.hash());
  }

  /**
   * What marks remember of a version: the content hash, and with it the correction note, which
   * extraction takes out of the text. A note alone makes a version.
   */
  public static @Nullable String hash(Article article) {
    String content = article.provenance().contentHash();
    return content == null || article.edNote() == null
        ? content
        : ContentHash.of(new Text(content, null, null, Paragraph.split(article.edNote())));
  }

  /** The article with its version: one more than the mark remembers. */
  public static Article next(Article article, Mark.@Nullable PageMark known) {
    int version = known == null ? 1 : known.version() + 1;
    return article.toBuilder().version(version).build();
  }

  /** The headers of a version. */
  public static EventHeaders headers(Article article, boolean backfill) {
    OffsetDateTime time = article.dates().latest();
    return new EventHeaders(
        article.uri() + "#" + article.version(),
        type(article),
        article.provenance().source() == null
            ? "dateline"
            : "dateline:source:" + article.provenance().source(),
        time == null ? null : time.toString(),
        DATA_SCHEMA,
        null,
        backfill);
  }

  private static EventHeaders.Type type(Article article) {
    if (article.status() == PubStatus.CANCELED) {
      return EventHeaders.Type.WITHDRAWN;
    }
    if (article.version() == 1) {
      return EventHeaders.Type.CREATED;
    }
    return article.edNote() == null ? EventHeaders.Type.UPDATED : EventHeaders.Type.CORRECTED;
  }
}

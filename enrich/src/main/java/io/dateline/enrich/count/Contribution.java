package io.dateline.enrich.count;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dateline.model.Article;
import io.dateline.model.CopyGroup;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Enrichment;
import io.dateline.model.PubStatus;
import io.dateline.model.Tag.Kind;
import io.dateline.model.Tag.Relation;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the newest version of an article counts for: a later one takes its place.
 *
 * @param version number of the version
 * @param hour its hour, in milliseconds since 1970
 * @param copy whether another outlet had the text before
 * @param tags each "by/value", such as "topic/16000000"; none when it is not fit for use
 */
record Contribution(int version, long hour, boolean copy, Set<String> tags) {

  private static final String PARTING = "\n";
  private static final int HEAD_BYTES = Integer.BYTES + Long.BYTES + 1;

  Contribution {
    tags = Set.copyOf(tags);
  }

  /**
   * One number that changes.
   *
   * @param tag by what
   * @param hour in which hour, in milliseconds since 1970
   * @param by how much
   */
  record Change(String tag, long hour, Numbers by) {}

  private record Place(String tag, long hour) {}

  /**
   * That of an article.
   *
   * @param published time of its record
   */
  static Contribution of(EnrichedArticle enriched, Instant published) {
    Article article = enriched.article();
    CopyGroup copies = enriched.enrichment().copyGroup();
    Instant hour = article.dates().sortedAt(published).truncatedTo(ChronoUnit.HOURS);
    return new Contribution(
        article.version(),
        hour.toEpochMilli(),
        copies != null && copies.role() == CopyGroup.Role.COPY,
        article.status() == PubStatus.USABLE ? tags(enriched) : Set.of());
  }

  private static Set<String> tags(EnrichedArticle enriched) {
    Enrichment enrichment = enriched.enrichment();
    var source = enriched.article().provenance().source();
    Set<String> tags = new LinkedHashSet<>();
    tags.add("all/");
    tags.add("language/" + enrichment.language().primary());
    tags.add("source/" + (source == null ? "" : source.value()));
    enrichment.codes(Kind.COUNTRY, Relation.ABOUT).forEach(code -> tags.add("country/" + code));
    enrichment.codes(Kind.TOPIC, Relation.ABOUT).forEach(code -> tags.add("topic/" + code));
    enrichment.codes(Kind.TOPIC, Relation.BROADER).forEach(code -> tags.add("topic/" + code));
    return tags;
  }

  /** What changes when one takes the place of another; null is none. */
  static List<Change> changes(@Nullable Contribution before, @Nullable Contribution after) {
    Map<Place, Numbers> sums = new LinkedHashMap<>();
    add(sums, before, -1);
    add(sums, after, 1);
    List<Change> changes = new ArrayList<>();
    sums.forEach((place, by) -> {
      if (!by.equals(Numbers.NONE)) {
        changes.add(new Change(place.tag(), place.hour(), by));
      }
    });
    return changes;
  }

  private static void add(Map<Place, Numbers> sums, @Nullable Contribution part, int sign) {
    if (part != null) {
      Numbers numbers = new Numbers(sign, part.copy ? 0 : sign);
      part.tags.forEach(tag -> sums.merge(new Place(tag, part.hour), numbers, Numbers::plus));
    }
  }

  byte[] write() {
    byte[] text = String.join(PARTING, tags).getBytes(UTF_8);
    return ByteBuffer.allocate(HEAD_BYTES + text.length)
        .putInt(version)
        .putLong(hour)
        .put((byte) (copy ? 1 : 0))
        .put(text)
        .array();
  }

  static Contribution read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int version = buffer.getInt();
    long hour = buffer.getLong();
    boolean copy = buffer.get() == 1;
    String text = UTF_8.decode(buffer).toString();
    return new Contribution(
        version, hour, copy, text.isEmpty() ? Set.of() : Set.of(text.split(PARTING, -1)));
  }
}

package io.dateline.model.diff;

import io.dateline.model.Article;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.PubStatus;
import io.dateline.model.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What changed from one version of an article to a later one.
 *
 * @param kind why there is a later version
 * @param headline changes of the headline
 * @param body changes of the body
 * @param gained tags that only the later version has
 * @param lost tags that only the earlier version has
 */
public record VersionDiff(
    Kind kind, List<Change> headline, List<Change> body, List<Tag> gained, List<Tag> lost) {

  /** Why there is a later version. */
  public enum Kind {
    /** The text went on. */
    UPDATED,
    /** It carries a correction note that the earlier one did not. */
    CORRECTED,
    /** The outlet withdrew it. */
    WITHDRAWN
  }

  /** Copies the lists. */
  public VersionDiff {
    headline = List.copyOf(headline);
    body = List.copyOf(body);
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
  }

  /** Compares two versions. */
  public static VersionDiff of(EnrichedArticle earlier, EnrichedArticle later) {
    Article before = earlier.article();
    Article after = later.article();
    return new VersionDiff(
        kind(before, after),
        WordDiff.of(before.text().headline(), after.text().headline()),
        WordDiff.of(before.text().body(), after.text().body()),
        missing(later.enrichment().tags(), earlier.enrichment().tags()),
        missing(earlier.enrichment().tags(), later.enrichment().tags()));
  }

  private static Kind kind(Article before, Article after) {
    if (after.status() == PubStatus.CANCELED) {
      return Kind.WITHDRAWN;
    }
    boolean corrected = after.edNote() != null && !after.edNote().equals(before.edNote());
    return corrected ? Kind.CORRECTED : Kind.UPDATED;
  }

  private static List<Tag> missing(List<Tag> tags, List<Tag> in) {
    Set<String> known = new HashSet<>();
    in.forEach(tag -> known.add(tag.relation().id() + ' ' + tag.uri()));
    return tags.stream()
        .filter(tag -> !known.contains(tag.relation().id() + ' ' + tag.uri()))
        .toList();
  }
}

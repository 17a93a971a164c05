package io.dateline.query;

import io.dateline.model.Article;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.SourceId;
import io.dateline.model.Tag;
import java.util.Set;

/**
 * The plain filters of lists and streams: values of one kind are alternatives, kinds narrow each
 * other, and an empty set lets everything through.
 *
 * @param topics Media Topic codes; an article about a narrower topic fits too
 * @param countries ISO 3166-1 alpha-2 codes the article is about
 * @param languages primary language subtags
 * @param sources ids of outlets
 */
public record TagFilter(
    Set<String> topics, Set<String> countries, Set<String> languages, Set<String> sources) {

  /** Lets everything through. */
  public static final TagFilter NONE = new TagFilter(Set.of(), Set.of(), Set.of(), Set.of());

  /** Copies the sets. */
  public TagFilter {
    topics = Set.copyOf(topics);
    countries = Set.copyOf(countries);
    languages = Set.copyOf(languages);
    sources = Set.copyOf(sources);
  }

  /** Whether everything is let through. */
  public boolean isEmpty() {
    return topics.isEmpty() && countries.isEmpty() && languages.isEmpty() && sources.isEmpty();
  }

  /** Whether an article fits. */
  public boolean matches(EnrichedArticle enriched) {
    Article article = enriched.article();
    SourceId source = article.provenance().source();
    return (languages.isEmpty() || languages.contains(enriched.enrichment().language().primary()))
        && (sources.isEmpty() || (source != null && sources.contains(source.value())))
        && (topics.isEmpty() || hasTag(enriched, Tag.Kind.TOPIC, topics))
        && (countries.isEmpty() || hasTag(enriched, Tag.Kind.COUNTRY, countries));
  }

  private static boolean hasTag(EnrichedArticle enriched, Tag.Kind kind, Set<String> codes) {
    for (Tag tag : enriched.enrichment().tags()) {
      boolean counts =
          tag.relation() == Tag.Relation.ABOUT
              || (kind == Tag.Kind.TOPIC && tag.relation() == Tag.Relation.BROADER);
      if (tag.kind() == kind && counts && codes.contains(tag.code())) {
        return true;
      }
    }
    return false;
  }
}

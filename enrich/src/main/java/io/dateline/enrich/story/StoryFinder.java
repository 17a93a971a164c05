package io.dateline.enrich.story;

import io.dateline.model.ArticleUri;
import io.dateline.model.StoryRef;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Decides, in arrival order, which story an article belongs to. The state is the caller's. */
public final class StoryFinder {

  /** Least similarity of an article to a story it joins, 0 to 1. */
  static final double MIN_SIMILARITY = 0.22;

  /** The strongest terms of an article under which stories are looked for. */
  static final int MAX_LOOKUPS = 12;

  private static final double PRIOR_STORIES = 50;

  private final StoryState state;

  /** Decides with what a state remembers. */
  public StoryFinder(StoryState state) {
    this.state = state;
  }

  /** Puts an article into a story and remembers it. A later version stays in its story. */
  public StoryRef place(ArticleUri uri, Terms terms, long at) {
    String earlier = state.storyOf(uri.value());
    if (earlier != null) {
      return new StoryRef(earlier, 100, List.of());
    }
    Fit best = best(terms);
    Story story =
        best == null
            ? new Story(idOf(uri), terms, 1, at)
            : new Story(
                best.story.id(),
                best.story.terms().plus(terms),
                best.story.size() + 1,
                Math.max(at, best.story.lastSeen()));
    state.save(story, terms);
    state.assign(uri.value(), story.id(), at);
    int similarity = best == null ? 100 : (int) Math.round(100 * Math.min(1, best.similarity));
    return new StoryRef(story.id(), similarity, List.of());
  }

  /** Derived from the founding article, so that every instance names it the same. */
  private static String idOf(ArticleUri uri) {
    return UUID.nameUUIDFromBytes(("story " + uri.value()).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private @Nullable Fit best(Terms terms) {
    double[] idf = new double[terms.size()];
    for (int i = 0; i < idf.length; i++) {
      idf[i] = idf(terms.keys()[i]);
    }
    List<Integer> order =
        IntStream.range(0, idf.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -idf[i] * terms.weights()[i]))
            .limit(MAX_LOOKUPS)
            .toList();
    Set<String> seen = new HashSet<>();
    Fit best = null;
    for (int i : order) {
      for (String id : state.under(terms.keys()[i])) {
        Story story = seen.add(id) ? state.story(id) : null;
        if (story != null) {
          double similarity = cosine(terms, story.terms());
          if (similarity >= MIN_SIMILARITY && (best == null || similarity > best.similarity)) {
            best = new Fit(story, similarity);
          }
        }
      }
    }
    return best;
  }

  private double idf(int term) {
    return Math.log((state.stories() + PRIOR_STORIES) / (state.storiesWith(term) + 1.0));
  }

  private double cosine(Terms a, Terms b) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    int j = 0;
    for (int i = 0; i < a.size(); i++) {
      double idf = idf(a.keys()[i]);
      double x = a.weights()[i] * idf;
      aa += x * x;
      while (j < b.size() && b.keys()[j] < a.keys()[i]) {
        j++;
      }
      if (j < b.size() && b.keys()[j] == a.keys()[i]) {
        dot += x * b.weights()[j] * idf;
      }
    }
    for (int i = 0; i < b.size(); i++) {
      double y = b.weights()[i] * idf(b.keys()[i]);
      bb += y * y;
    }
    return aa == 0 || bb == 0 ? 0 : dot / Math.sqrt(aa * bb);
  }

  private record Fit(Story story, double similarity) {}
}

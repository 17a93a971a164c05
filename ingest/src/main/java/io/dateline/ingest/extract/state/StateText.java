package io.dateline.ingest.extract.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.ingest.extract.body.TextMatch;
import io.dateline.ingest.extract.scan.TimeBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The article's text in the data of a page's scripts: the state that frameworks leave for the
 * browser, templates, what is shown without scripts. Told by its shape, a long string of prose or a
 * list of blocks, and by the words that the page's title and teaser share with it; no name of a
 * framework or a site plays a part, but for the rows of React's stream.
 */
public final class StateText {

  /**
   * A page on which fewer words are found is asked for more, in words. To read all scripts of a
   * page costs more than the rest of its extraction, so nothing longer than a teaser is.
   */
  public static final int THIN_WORDS = 60;

  /** Shorter texts are teasers, in words. */
  private static final int MIN_WORDS = 60;

  /** With fewer marks nothing can be known again. */
  private static final int MIN_MARKS = 3;

  /** Share of the marks of title and teaser that the text must hold. */
  private static final double MIN_SHARED = 0.5;

  /** A text says so many times more than title and teaser, else it is one of them. */
  private static final int MIN_MORE = 2;

  private static final int MAX_TEXT_CHARS = 500_000;
  private static final int MAX_NODES = 200_000;
  private static final int MAX_DEPTH = 60;

  /** JSON in strings of JSON, how often. */
  private static final int MAX_NESTED = 3;

  private final StateValues values;
  private final Set<String> wanted;
  private final TimeBudget budget;
  private final List<Candidate> candidates = new ArrayList<>();
  private int nodes;

  private StateText(Set<String> wanted, TimeBudget budget) {
    this.wanted = wanted;
    this.budget = budget;
    values = new StateValues(budget);
  }

  /** A text and the share of the page's marks in it. */
  private record Candidate(String html, int words, double shared) {

    /** The longer the better; but a longer text of another article shares less. */
    double weight() {
      return words * shared * shared * shared;
    }
  }

  /**
   * The markup of the text.
   *
   * @param page the whole page
   * @param about its title and teaser
   * @param budget stops the search when spent
   * @return null when there is none that belongs to the page
   */
  public static @Nullable String find(String page, String about, TimeBudget budget) {
    Set<String> wanted = Prose.marks(about);
    if (wanted.size() < MIN_MARKS) {
      return null;
    }
    StateText text = new StateText(wanted, budget);
    for (JsonNode value : text.values.of(Scripts.of(page))) {
      text.search(value, 0, 0);
    }
    return text.best();
  }

  private @Nullable String best() {
    Candidate best = null;
    for (Candidate candidate : candidates) {
      best = best == null || candidate.weight() > best.weight() ? candidate : best;
    }
    return best == null ? null : best.html;
  }

  private void search(JsonNode node, int depth, int nested) {
    if (++nodes > MAX_NODES || depth > MAX_DEPTH || budget.spent()) {
      return;
    }
    if (node.isTextual()) {
      string(node.asText(), depth, nested);
    } else {
      if (node.isArray() && node.size() > 1) {
        offer(BlockList.html(node));
      }
      for (JsonNode child : node) {
        search(child, depth + 1, nested);
      }
    }
  }

  private void string(String text, int depth, int nested) {
    JsonNode inner = nested < MAX_NESTED ? values.parse(text) : null;
    if (inner != null) {
      search(inner, depth + 1, nested + 1);
    } else if (text.length() > MIN_WORDS && text.length() <= MAX_TEXT_CHARS) {
      offer(Prose.paragraphs(text));
    }
  }

  private void offer(String html) {
    if (html.length() <= MIN_WORDS || html.length() > MAX_TEXT_CHARS) {
      return;
    }
    int words = Prose.words(html);
    if (words >= MIN_WORDS) {
      Set<String> marks = Prose.marks(html);
      double shared = TextMatch.share(wanted, marks);
      if (shared >= MIN_SHARED && marks.size() >= wanted.size() * MIN_MORE) {
        candidates.add(new Candidate(html, words, shared));
      }
    }
  }
}

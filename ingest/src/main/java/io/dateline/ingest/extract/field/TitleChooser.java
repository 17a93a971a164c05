package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.TextMatch;
import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.meta.MetaTags;
import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the headline among what the page offers. */
public final class TitleChooser {

  private static final String[] SEPARATORS = {
    " | ", " - ", " – ", " — ", " » ", " :: ", " • ", " · ", " « "
  };

  /**
   * A title on offer.
   *
   * @param from where it stands: "json-ld", "og", "h1", "title"
   * @param text the title, white space collapsed
   */
  public record Candidate(String from, String text) {}

  /** All titles on offer, best source first. */
  public List<Candidate> candidates(Page page, MetaTags metas, @Nullable LdNode article) {
    List<Candidate> out = new ArrayList<>();
    for (Block block : page.blocks()) {
      if (block.tag().equals("h1") && out.size() < 4) {
        add(out, "h1", block.text());
      }
    }
    add(out, "json-ld", article == null ? null : article.text("headline"));
    add(out, "og", metas.first("og:title"));
    add(out, "twitter", metas.first("twitter:title"));
    add(out, "title", page.title());
    return out;
  }

  private static void add(List<Candidate> out, String from, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      out.add(new Candidate(from, text.strip().replaceAll("\\s+", " ")));
    }
  }

  /** The headline; empty when nothing is on offer. */
  public String choose(List<Candidate> candidates) {
    Candidate best = null;
    double bestScore = -1;
    for (Candidate candidate : candidates) {
      double score = score(candidate, candidates);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best == null ? "" : cutSite(best, candidates);
  }

  private static double score(Candidate candidate, List<Candidate> all) {
    String key = TextMatch.key(candidate.text);
    double score =
        switch (candidate.from) {
          case "h1" -> 0.9;
          case "json-ld" -> 1.0;
          case "og" -> 0.8;
          case "twitter" -> 0.5;
          default -> 0.2;
        };
    for (Candidate other : all) {
      if (other != candidate && TextMatch.key(other.text).equals(key)) {
        score += 1;
      } else if (other != candidate && TextMatch.key(other.text).contains(key)) {
        score += 0.5;
      }
    }
    return score;
  }

  private static String cutSite(Candidate best, List<Candidate> all) {
    for (String separator : SEPARATORS) {
      int at = best.text.lastIndexOf(separator);
      if (at > 10 && (best.from.equals("title") || isShared(best.text.substring(0, at), all))) {
        return best.text.substring(0, at).strip();
      }
    }
    return best.text;
  }

  private static boolean isShared(String head, List<Candidate> all) {
    String key = TextMatch.key(head);
    return all.stream().anyMatch(c -> TextMatch.key(c.text).equals(key));
  }
}

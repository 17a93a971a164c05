package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.TextMatch;
import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.meta.MetaTags;
import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chooses the headline among what the page offers; cuts the site's name off it. */
public final class TitleChooser {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
  private static final int MAX_H1 = 4;

  /** A heading that holds more was never closed: what stands inside it is the text. */
  private static final int MAX_H1_WORDS = 40;

  private static final double RELATED = 0.5;

  /** Share of words that a heading and a tag must have in common to speak of the same. */
  private static final double MIN_LIKENESS = 0.3;

  /** By how much a later heading must be more like the tags than an earlier one. */
  private static final double CLEARLY = 0.15;

  private static final int MIN_HEADING_WORDS = 3;
  private static final int MIN_REST_CHARS = 15;
  private static final int MIN_KICKER_CHARS = 5;

  /**
   * A title on offer.
   *
   * @param from where it stands: "json-ld", "og", "h1", "title"
   * @param text the title, white space collapsed
   */
  public record Candidate(String from, String text) {}

  /** All titles on offer. */
  public List<Candidate> candidates(Page page, MetaTags metas, @Nullable LdNode article) {
    List<Candidate> out = new ArrayList<>();
    for (Block block : page.blocks()) {
      Box heading = block.box().nearest("h1");
      boolean h1 = heading != null && (block.box() == heading || heading.words() <= MAX_H1_WORDS);
      if (h1 && out.size() < MAX_H1) {
        add(out, "h1", block.text());
      }
    }
    add(out, "json-ld", article == null ? null : article.text("headline"));
    add(out, "og", metas.first("og:title", "dc.title", "dcterms.title", "headline"));
    add(out, "twitter", metas.first("twitter:title"));
    add(out, "title", page.title());
    return out;
  }

  private static void add(List<Candidate> out, String from, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      out.add(new Candidate(from, squeeze(text)));
    }
  }

  private static String squeeze(String text) {
    return SPACES.matcher(text.strip()).replaceAll(" ");
  }

  /**
   * The headline; empty when nothing is on offer.
   *
   * <p>On a news page the tags agree on it, mostly with the first heading; elsewhere they are
   * written for search engines, and the heading is what readers see.
   *
   * @param article the page's JSON-LD article; null when it has none
   */
  public String choose(List<Candidate> offers, SiteNames site, @Nullable LdNode article) {
    List<Candidate> clean = TitleCutter.cut(offers, site);
    if (clean.isEmpty()) {
      clean = offers;
    }
    Candidate best = isNews(article) ? null : heading(clean);
    if (best == null) {
      best = favourite(clean);
    }
    return best == null ? "" : withoutKicker(bestForm(best, clean), clean);
  }

  private static boolean isNews(@Nullable LdNode article) {
    return article != null
        && article.has("headline")
        && article.types().stream().noneMatch(t -> t.equals("BlogPosting") || t.equals("Blog"));
  }

  private static @Nullable Candidate favourite(List<Candidate> clean) {
    Candidate best = null;
    double bestScore = -1;
    for (Candidate candidate : clean) {
      double score = score(candidate, clean);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  /** The heading that shares most words with the tags; the first one when it has some words. */
  private static @Nullable Candidate heading(List<Candidate> clean) {
    Candidate best = null;
    Candidate first = null;
    double bestShare = 0;
    for (Candidate candidate : clean) {
      if (candidate.from.equals("h1")) {
        first = first == null ? candidate : first;
        double share = likeness(candidate, clean);
        if (share > bestShare + CLEARLY) {
          best = candidate;
          bestShare = share;
        }
      }
    }
    if (best != null && bestShare >= MIN_LIKENESS) {
      return best;
    }
    boolean says = first != null && TextMatch.words(first.text).size() >= MIN_HEADING_WORDS;
    return says ? first : null;
  }

  private static double likeness(Candidate title, List<Candidate> all) {
    Set<String> words = TextMatch.words(title.text);
    double best = all.stream().allMatch(c -> c.from.equals(title.from)) ? MIN_LIKENESS : 0;
    for (Candidate other : all) {
      if (!other.from.equals(title.from)) {
        Set<String> others = TextMatch.words(other.text);
        double share = TextMatch.share(words, others);
        double back = TextMatch.share(others, words);
        best = Math.max(best, Math.max(share, back));
      }
    }
    return words.size() < 2 && best < 1 ? best / 2 : best;
  }

  /** "Krieg in Nahost Drusen fordern Teilhabe": a tag has the same without what is glued to it. */
  private static String withoutKicker(String title, List<Candidate> all) {
    String key = TextMatch.key(title);
    for (Candidate other : all) {
      String part = TextMatch.key(other.text);
      boolean shorter =
          part.length() >= MIN_REST_CHARS && key.length() - part.length() >= MIN_KICKER_CHARS;
      if (shorter && !other.from.equals("h1") && isGlued(title, other.text)) {
        boolean before = key.endsWith(part) && !other.from.equals("title");
        if (before || key.startsWith(part)) {
          return other.text;
        }
      }
    }
    return title;
  }

  /** Whether only a space parts the rest from what stands before or behind it. */
  private static boolean isGlued(String title, String rest) {
    int cut = title.length() - rest.length();
    if (cut < 2) {
      return false;
    }
    boolean before = title.charAt(cut - 1) == ' ' && isWord(title.charAt(cut - 2));
    int end = rest.length();
    char next = title.charAt(end + 1 < title.length() ? end + 1 : end);
    boolean behind =
        title.charAt(end) == ' '
            && isWord(title.charAt(end - 1))
            && (Character.isUpperCase(next) || Character.isDigit(next));
    return title.endsWith(rest) ? before : behind;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }

  /** Of equal texts the one with the most punctuation: elements glue kicker and title. */
  private static String bestForm(Candidate best, List<Candidate> all) {
    String key = TextMatch.key(best.text);
    String form = best.text;
    for (Candidate other : all) {
      boolean spaced =
          other.text.length() > form.length() && other.text.length() < form.length() + 4;
      if (spaced && !other.from.equals("title") && TextMatch.key(other.text).equals(key)) {
        form = other.text;
      }
    }
    return form;
  }

  private static double score(Candidate candidate, List<Candidate> all) {
    double score = weight(candidate.from);
    String key = TextMatch.key(candidate.text);
    Set<String> words = TextMatch.words(candidate.text);
    boolean related = false;
    boolean firstOfKind = true;
    for (Candidate other : all) {
      if (other.equals(candidate)) {
        continue;
      }
      boolean sameKind = other.from.equals(candidate.from);
      firstOfKind &= !(sameKind && all.indexOf(other) < all.indexOf(candidate));
      String otherKey = TextMatch.key(other.text);
      if (otherKey.equals(key)) {
        score += weight(other.from);
        related |= !sameKind;
      } else if (!sameKind) {
        score += otherKey.contains(key) ? weight(other.from) / 2 : 0;
        related |= TextMatch.share(words, TextMatch.words(other.text)) >= RELATED;
      }
    }
    score -= firstOfKind ? 0 : 0.3;
    return related || all.size() == 1 ? score : score - 1;
  }

  private static double weight(String from) {
    return switch (from) {
      case "h1" -> 0.9;
      case "json-ld" -> 0.95;
      case "og" -> 0.8;
      case "title" -> 0.35;
      default -> 0.15;
    };
  }
}

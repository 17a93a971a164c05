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
  private static final String SHOWN = "heading";
  private static final int MAX_H1 = 4;

  /** A heading that holds more was never closed: what stands inside it is the text. */
  private static final int MAX_H1_WORDS = 40;

  private static final double RELATED = 0.5;

  /**
   * A title on offer.
   *
   * @param from where it stands: "json-ld", "og", "h1", "title", "heading" (a lesser one that is
   *     the headline)
   * @param text the title, white space collapsed
   */
  public record Candidate(String from, String text) {}

  /** All titles on offer. */
  public List<Candidate> candidates(Page page, MetaTags metas, @Nullable LdNode article) {
    List<Candidate> out = new ArrayList<>();
    for (Block block : page.blocks()) {
      if (out.size() >= MAX_H1) {
        break;
      }
      Box heading = block.box().nearest("h1");
      boolean h1 = heading != null && (block.box() == heading || heading.words() <= MAX_H1_WORDS);
      if (h1) {
        add(out, "h1", block.text());
      }
    }
    add(out, "json-ld", article == null ? null : article.text("headline"));
    add(out, "og", metas.first("og:title", "dc.title", "dcterms.title", "headline"));
    add(out, "twitter", metas.first("twitter:title"));
    add(out, "title", page.title());
    add(out, SHOWN, ShownHeading.find(page, out));
    return out;
  }

  private static void add(List<Candidate> out, String from, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      out.add(new Candidate(from, squeeze(text)));
    }
  }

  static String squeeze(String text) {
    String bare = text.strip();
    return isSqueezed(bare) ? bare : SPACES.matcher(bare).replaceAll(" ");
  }

  /** Whether no white space stands in it but single spaces. */
  private static boolean isSqueezed(String text) {
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '\u00A0' || (c == ' ' && space)) {
        return false;
      }
      space = c == ' ';
    }
    return true;
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
    for (Candidate offer : offers) {
      if (offer.from.equals(SHOWN) && !site.isName(offer.text)) {
        return offer.text;
      }
    }
    List<Candidate> clean = TitleCutter.cut(offers, site);
    if (clean.isEmpty()) {
      clean = offers;
    }
    Candidate best = isNews(article) ? null : HeadingChooser.choose(clean);
    if (best == null) {
      best = favourite(clean);
    }
    if (best == null) {
      return "";
    }
    Candidate seen = TitleForms.seen(best, clean);
    Candidate said = isReport(article) ? TitleForms.reported(seen, clean) : seen;
    return TitleForms.withoutKicker(TitleForms.spaced(TitleForms.whole(said, clean), clean), clean);
  }

  private static boolean isNews(@Nullable LdNode article) {
    return article != null
        && article.has("headline")
        && article.types().stream().noneMatch(t -> t.equals("BlogPosting") || t.equals("Blog"));
  }

  private static boolean isReport(@Nullable LdNode article) {
    return article != null && article.types().stream().anyMatch(t -> t.endsWith("NewsArticle"));
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

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

  private static final String[] SEPARATORS = {
    " | ", " - ", " – ", " — ", " » ", " :: ", " • ", " · ", " « ", " ‹ ", " > ", "|", "ㅣ", " : ",
    "｜"
  };
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
  private static final int MIN_TITLE_CHARS = 8;
  private static final int MAX_H1 = 4;

  /** A heading that holds more was never closed: what stands inside it is the text. */
  private static final int MAX_H1_WORDS = 40;

  private static final double RELATED = 0.5;

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

  /** The headline; empty when nothing is on offer. */
  public String choose(List<Candidate> offers, SiteNames site) {
    List<Candidate> clean = new ArrayList<>();
    String siteHead = siteHead(offers);
    for (Candidate offer : offers) {
      String text = cutSite(offer, offers, site);
      boolean isSite =
          site.isName(text) || (offer.from.equals("h1") && TextMatch.key(text).equals(siteHead));
      if (!isSite || offers.size() == 1) {
        clean.add(new Candidate(offer.from, text));
      }
    }
    Candidate best = null;
    double bestScore = -1;
    for (Candidate candidate : clean) {
      double score = score(candidate, clean);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best == null ? "" : bestForm(best, clean);
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

  /** The last part of the page's title, when a better one stands before it: the site's name. */
  private static String siteHead(List<Candidate> offers) {
    for (Candidate offer : offers) {
      if (offer.from.equals("title")) {
        int[] cut = lastCut(offer.text);
        if (cut[0] >= MIN_TITLE_CHARS) {
          return TextMatch.key(offer.text.substring(cut[1]));
        }
      }
    }
    return "";
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

  private static String cutSite(Candidate offer, List<Candidate> all, SiteNames site) {
    String text = offer.text;
    for (int round = 0; round < 3; round++) {
      String shorter = cutOnce(offer.from, text, all, site);
      if (shorter.equals(text)) {
        break;
      }
      text = shorter;
    }
    return text;
  }

  private static String cutOnce(String from, String text, List<Candidate> all, SiteNames site) {
    int[] first = firstCut(text);
    if (first[0] > 0
        && text.length() - first[1] >= MIN_TITLE_CHARS
        && site.isName(text.substring(0, first[0]).strip())) {
      return text.substring(first[1]).strip();
    }
    int[] last = lastCut(text);
    if (last[0] < MIN_TITLE_CHARS) {
      return text;
    }
    String head = text.substring(0, last[0]).strip();
    String tail = text.substring(last[1]).strip();
    boolean known = isOffered(head, all) && !isOffered(text, all, from);
    boolean unnamed =
        from.equals("title") && tail.split(" ").length <= 5 && head.split(" ").length >= 3;
    return site.isName(tail) || known || unnamed ? head : text;
  }

  /** Begin and end of the last separator with text behind it; zeros when there is none. */
  private static int[] lastCut(String text) {
    int[] cut = {0, 0};
    for (String separator : SEPARATORS) {
      int at = text.lastIndexOf(separator);
      if (at > cut[0] && at + separator.length() < text.length()) {
        cut[0] = at;
        cut[1] = at + separator.length();
      }
    }
    return cut;
  }

  private static int[] firstCut(String text) {
    int[] cut = {0, 0};
    for (String separator : SEPARATORS) {
      int at = text.indexOf(separator);
      if (at > 0 && (cut[0] == 0 || at < cut[0])) {
        cut[0] = at;
        cut[1] = at + separator.length();
      }
    }
    return cut;
  }

  private static boolean isOffered(String head, List<Candidate> all) {
    String key = TextMatch.key(head);
    return all.stream().anyMatch(c -> TextMatch.key(c.text).equals(key));
  }

  private static boolean isOffered(String text, List<Candidate> all, String except) {
    String key = TextMatch.key(text);
    return all.stream()
        .anyMatch(c ->
            !c.from.equals(except)
                && (c.from.equals("h1") || c.from.equals("json-ld"))
                && TextMatch.key(c.text).equals(key));
  }
}

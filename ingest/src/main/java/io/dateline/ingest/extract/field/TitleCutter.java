package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.TextMatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts the site's name and section off titles, and leaves out those that are nothing else. */
public final class TitleCutter {

  private static final String[] SEPARATORS = {
    " | ", " - ", " – ", " — ", " » ", " :: ", " • ", " · ", " « ", " ‹ ", " > ", "|", "ㅣ", " : ",
    "｜"
  };
  private static final int MIN_TITLE_CHARS = 8;

  /** From Hangul on: Korean, Japanese and Chinese. */
  private static final char FIRST_EASTERN = 0x1100;

  /** A site's name has no more words; what is longer is a headline behind the site's name. */
  private static final int MAX_SITE_WORDS = 5;

  private TitleCutter() {}

  /** The titles without the site's name, in the same order. */
  public static List<TitleChooser.Candidate> cut(
      List<TitleChooser.Candidate> offers, SiteNames site) {
    List<TitleChooser.Candidate> clean = new ArrayList<>();
    String siteHead = siteHead(offers);
    for (TitleChooser.Candidate offer : offers) {
      String text = cutSite(offer, offers, site);
      boolean isSite =
          site.isName(text) || (offer.from().equals("h1") && TextMatch.key(text).equals(siteHead));
      if (!isSite || offers.size() == 1) {
        clean.add(new TitleChooser.Candidate(offer.from(), text));
      }
    }
    return clean;
  }

  /** The last part of the page's title, when a better one stands before it: the site's name. */
  private static String siteHead(List<TitleChooser.Candidate> offers) {
    for (TitleChooser.Candidate offer : offers) {
      if (offer.from().equals("title")) {
        int[] cut = lastCut(offer.text());
        String tail = offer.text().substring(cut[1]);
        if (cut[0] >= MIN_TITLE_CHARS
            && tail.strip().split(" ").length <= MAX_SITE_WORDS
            && !isTagged(tail, offers)) {
          return TextMatch.key(tail);
        }
      }
    }
    return "";
  }

  private static String cutSite(
      TitleChooser.Candidate offer, List<TitleChooser.Candidate> all, SiteNames site) {
    String text = offer.text();
    for (int round = 0; round < 3; round++) {
      String shorter = cutOnce(offer.from(), text, all, site);
      if (shorter.equals(text)) {
        break;
      }
      text = shorter;
    }
    return withoutEasternSection(text, site);
  }

  /** Scripts without spaces between words set none around the mark before the section either. */
  private static String withoutEasternSection(String text, SiteNames site) {
    int mark = Math.max(text.lastIndexOf('-'), text.lastIndexOf('_'));
    boolean eastern =
        mark >= MIN_TITLE_CHARS
            && mark + 1 < text.length()
            && text.charAt(mark + 1) >= FIRST_EASTERN;
    return eastern && site.isSection(text.substring(mark + 1))
        ? text.substring(0, mark).strip()
        : text;
  }

  private static String cutOnce(
      String from, String text, List<TitleChooser.Candidate> all, SiteNames site) {
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
        from.equals("title")
            && tail.split(" ").length <= MAX_SITE_WORDS
            && head.split(" ").length >= 3
            && !isTagged(text, all);
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

  /** Whether a text is what stands before the first mark of a title, or behind one, to its end. */
  static boolean isPart(String part, String title) {
    int rest = title.length() - part.length();
    if (rest <= 0) {
      return false;
    }
    if (title.startsWith(part)) {
      return Arrays.stream(SEPARATORS).anyMatch(title.substring(part.length())::startsWith);
    }
    return title.endsWith(part)
        && Arrays.stream(SEPARATORS).anyMatch(title.substring(0, rest)::endsWith);
  }

  private static boolean isOffered(String head, List<TitleChooser.Candidate> all) {
    String key = TextMatch.key(head);
    return all.stream().anyMatch(c -> TextMatch.key(c.text()).equals(key));
  }

  /** Whether a tag of the page says just this. */
  private static boolean isTagged(String text, List<TitleChooser.Candidate> all) {
    String key = TextMatch.key(text);
    return all.stream()
        .anyMatch(c ->
            !c.from().equals("h1")
                && !c.from().equals("title")
                && TextMatch.key(c.text()).equals(key));
  }

  private static boolean isOffered(String text, List<TitleChooser.Candidate> all, String except) {
    String key = TextMatch.key(text);
    return all.stream()
        .anyMatch(c ->
            !c.from().equals(except)
                && (c.from().equals("h1") || c.from().equals("json-ld"))
                && TextMatch.key(c.text()).equals(key));
  }
}

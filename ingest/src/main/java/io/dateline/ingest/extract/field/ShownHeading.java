package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.TextMatch;
import io.dateline.ingest.extract.field.TitleChooser.Candidate;
import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The headline that readers see in a lesser heading: where the {@code h1} is a crumb of the path,
 * made for search engines or the site's name, it stands in the {@code h2} that opens the article.
 * OpenGraph or the page's title must say the same, so that no subhead is taken.
 */
final class ShownHeading {

  /** Headings looked at: further down stand subheads and other articles' headlines. */
  private static final int MAX_HEADINGS = 12;

  private ShownHeading() {}

  /**
   * The headline as a lesser heading shows it; null when there is none, or an {@code h1} says it.
   *
   * @param offers the page's headings of first rank and its tags
   */
  static @Nullable String find(Page page, List<Candidate> offers) {
    List<Candidate> unsaid = unsaid(offers);
    if (unsaid.isEmpty()) {
      return null;
    }
    List<String> headings = headings(page);
    String whole = whole(headings, unsaid);
    return whole == null ? part(headings, unsaid, firstRank(offers)) : whole;
  }

  /** OpenGraph's title, which a heading says, perhaps behind a kicker. */
  private static @Nullable String whole(List<String> headings, List<Candidate> unsaid) {
    for (Candidate tag : unsaid) {
      String key = TextMatch.key(tag.text());
      boolean graph = tag.from().equals("og");
      if (graph && headings.stream().anyMatch(h -> TextMatch.key(h).endsWith(key))) {
        return tag.text();
      }
    }
    return null;
  }

  /** A heading that is one end of a tag's title, when no {@code h1} is another part of it. */
  private static @Nullable String part(
      List<String> headings, List<Candidate> unsaid, List<String> firstRank) {
    return unsaid.stream()
        .filter(tag -> !holdsAny(TextMatch.key(tag.text()), firstRank))
        .flatMap(tag -> headings.stream().filter(h -> TitleCutter.isPart(h, tag.text())))
        .findFirst()
        .orElse(null);
  }

  private static boolean holdsAny(String key, List<String> firstRank) {
    return firstRank.stream()
        .anyMatch(h -> h.length() >= HeadlineFinder.MIN_KEY_CHARS && key.contains(h));
  }

  /** OpenGraph's and the page's title, when no {@code h1} says them. */
  private static List<Candidate> unsaid(List<Candidate> offers) {
    List<String> firstRank = firstRank(offers);
    List<Candidate> unsaid = new ArrayList<>();
    for (Candidate offer : offers) {
      boolean asked = offer.from().equals("og") || offer.from().equals("title");
      String key = asked ? TextMatch.key(offer.text()) : "";
      if (key.length() >= HeadlineFinder.MIN_KEY_CHARS
          && firstRank.stream().noneMatch(h -> h.contains(key))) {
        unsaid.add(offer);
      }
    }
    return unsaid;
  }

  private static List<String> firstRank(List<Candidate> offers) {
    return offers.stream()
        .filter(offer -> offer.from().equals("h1"))
        .map(offer -> TextMatch.key(offer.text()))
        .toList();
  }

  private static List<String> headings(Page page) {
    List<String> headings = new ArrayList<>();
    for (Block block : page.blocks()) {
      if (headings.size() >= MAX_HEADINGS) {
        break;
      }
      if (block.isHeading()
          && block.words() <= HeadlineFinder.MAX_WORDS
          && !block.tag().equals("h1")) {
        String text = TitleChooser.squeeze(block.text());
        if (TextMatch.key(text).length() >= HeadlineFinder.MIN_KEY_CHARS) {
          headings.add(text);
        }
      }
    }
    return headings;
  }
}

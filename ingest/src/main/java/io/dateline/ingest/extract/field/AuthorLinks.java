package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.TextMatch;
import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Finds links to an author's own page near the headline: the page lies under one for authors and is
 * called as the person is ("/authors/jane-doe" is Jane Doe's).
 */
final class AuthorLinks {

  private static final int BLOCKS_ABOVE = 6;
  private static final int BLOCKS_BELOW = 14;

  /** Two authors may stand in items of their own. */
  private static final int BLOCKS_TOGETHER = 2;

  /** A longer block is text, and names in it are of people in the text. */
  private static final int MAX_BLOCK_CHARS = 200;

  /** Less of a block is a link within a sentence. */
  private static final double MIN_LINK_SHARE = 0.25;

  private static final Pattern PAGE =
      Pattern.compile(
          "/(?:authors?|autor|autoren|autores|auteurs?|autore|autori|contributors?|writers?"
              + "|journalists?|redakteure?|reporters?|staff|team)"
              + "/(?:[^/?#]{1,40}/)?([^/?#]{2,80})/?(?:[?#].*)?$");

  private AuthorLinks() {}

  /** The texts of such links in the nearest block that has some; none when no block has. */
  static List<String> near(Page page, int heading) {
    int from = Math.max(0, heading);
    int end = Math.min(page.blocks().size(), from + BLOCKS_BELOW);
    for (int i = from; i < end; i++) {
      List<String> names = names(page, i, Math.min(end, i + BLOCKS_TOGETHER + 1));
      if (!names.isEmpty()) {
        return names;
      }
    }
    for (int i = from - 1; i >= Math.max(0, from - BLOCKS_ABOVE); i--) {
      List<String> names = names(page, i, i + 1);
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  /** Of the first block, and when it names somebody of those behind it too. */
  private static List<String> names(Page page, int first, int end) {
    List<String> names = new ArrayList<>();
    for (int i = first; i < end; i++) {
      Block block = page.blocks().get(i);
      if (block.text().length() <= MAX_BLOCK_CHARS
          && block.linkShare() >= MIN_LINK_SHARE
          && block.box().nearest(Role.COMMENTS) == null) {
        block.box().element().getElementsByTag("a").forEach(link -> add(link, names));
      }
      if (names.isEmpty()) {
        return names;
      }
    }
    return names;
  }

  private static void add(Element link, List<String> names) {
    Matcher page = PAGE.matcher(link.attr("href").toLowerCase(Locale.ROOT));
    String text = link.text().strip();
    if (page.find() && isCalled(page.group(1), text) && !names.contains(text)) {
      names.add(text);
    }
  }

  /** Whether the page's name holds the first or last of a person's, or all of a single one. */
  private static boolean isCalled(String slug, String text) {
    String key = TextMatch.key(slug);
    if (text.indexOf(' ') < 0) {
      return !text.isEmpty() && key.equals(TextMatch.key(text));
    }
    String first = TextMatch.key(text.substring(0, text.indexOf(' ')));
    String last = TextMatch.key(text.substring(text.lastIndexOf(' ') + 1));
    return BylineText.isPerson(text)
        && ((first.length() > 2 && key.contains(first))
            || (last.length() > 2 && key.contains(last)));
  }
}

package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.Wordings;
import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Page;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds an author line that no name of an element marks: a short text near the headline that opens
 * as author lines do ("By Jane Doe", "Von Jana Doe und John Roe | 3. März").
 */
final class BylineText {

  private static final int BLOCKS_ABOVE = 4;
  private static final int BLOCKS_BELOW = 10;
  private static final int MAX_WORDS = 22;
  private static final int MAX_NAME_WORDS = 5;
  private static final int MIN_RUNNING_WORDS = 20;
  private static final int MIN_LABEL_CHARS = 5;
  private static final int MAX_LABEL_WORDS = 3;

  /** Where the names of a line end: a digit, a bullet, a bar, a long dash, a line's end. */
  private static final Pattern END = Pattern.compile("[\\d|•·●–—(\\n]|\\s[-/:]\\s");

  private static final Pattern LEADING = Pattern.compile("^[\\s|•·●–—-]+");

  /** A name: capitalised words, with the small words that names have between them. */
  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:(?:v\\.|von|van|de|der|den|del|della|di|da|dos|du|la|le|bin|al|ter|zu)\\s+)*\\p{Lu}[\\p{L}.'’-]*){1,3}");

  private final Wordings.Phrases prefixes;
  private final Wordings.Phrases dateWords;
  private final Wordings.Phrases months;

  BylineText(Wordings wordings) {
    prefixes = wordings.section("byline");
    dateWords = wordings.section("dateword");
    months = wordings.section("month");
  }

  /** The names of the nearest such line behind the headline, then before it; null when none. */
  @Nullable String find(Page page, int heading) {
    List<Block> blocks = page.blocks();
    int from = Math.max(heading, 0);
    for (int i = from; i < Math.min(blocks.size(), from + BLOCKS_BELOW); i++) {
      String names = names(blocks, i);
      if (names != null) {
        return names;
      }
    }
    for (int i = from - 1; i >= Math.max(0, from - BLOCKS_ABOVE); i--) {
      String names = names(blocks, i);
      if (names != null) {
        return names;
      }
    }
    return null;
  }

  /**
   * A name in bold on a line of its own, just before the first paragraph or behind the last; null
   * when there is none, or several: those are of people in the text.
   */
  static @Nullable String alone(Page page, int heading) {
    List<Block> blocks = page.blocks();
    String found = null;
    boolean running = false;
    boolean several = false;
    for (int i = Math.max(heading, 0); i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.allBold() && block.tag().equals("p") && isPerson(block.text())) {
        if (!running && isRunning(blocks, i + 1)) {
          return block.text();
        }
        boolean ends = isRunning(blocks, i - 1) && !isRunning(blocks, i + 1);
        several |= found != null;
        found = ends && found == null ? block.text() : found;
      }
      running |= isRunning(blocks, i);
    }
    return several ? null : found;
  }

  private static boolean isRunning(List<Block> blocks, int i) {
    return i >= 0 && i < blocks.size() && blocks.get(i).words() >= MIN_RUNNING_WORDS;
  }

  /** Names behind a label in an element of its own, wherever: "<b>Autor</b> Jana Doe". */
  @Nullable String labelled(Page page, int heading) {
    List<Block> blocks = page.blocks();
    for (int i = Math.max(heading + 1, 0); i < blocks.size(); i++) {
      Block block = blocks.get(i);
      String label = block.text().substring(0, block.lead());
      boolean lead = block.words() <= MAX_WORDS && label.length() >= MIN_LABEL_CHARS;
      if ((lead || block.words() <= MAX_LABEL_WORDS) && isLabel(lead ? label : block.text())) {
        String names = names(blocks, i);
        if (names != null) {
          return names;
        }
      }
    }
    return null;
  }

  private boolean isLabel(String lead) {
    String label = lead.strip();
    int opening = prefixes.openingLength(label);
    return opening > 0 && label.substring(opening).replace(":", "").isBlank();
  }

  /** Of a line, or of the one behind a line that is only a label: "Written by", "Autor:". */
  private @Nullable String names(List<Block> blocks, int i) {
    Block block = blocks.get(i);
    boolean label = i + 1 < blocks.size() && isLabel(block.text());
    if (!label) {
      return names(block);
    }
    Block behind = blocks.get(i + 1);
    String next = untilDate(cut(behind.text()).replaceFirst("/.*", ""));
    boolean line = !behind.isHeading() && !isComment(behind.box());
    return line && isPerson(next) ? next : null;
  }

  private @Nullable String names(Block block) {
    return block.words() <= MAX_WORDS && !block.isHeading() ? names(block.text()) : null;
  }

  /** The names in a line that opens as author lines do; null when it does not or names nobody. */
  @Nullable String names(String line) {
    String text = NameCleaner.unglued(LEADING.matcher(line).replaceFirst(""));
    if (prefixes.openingLength(text) == 0) {
      return null;
    }
    String names = untilDate(cut(prefixes.behind(text)));
    Matcher first = NAME.matcher(names);
    return first.lookingAt() ? names : null;
  }

  private static String cut(String text) {
    Matcher end = END.matcher(text);
    return (end.find() ? text.substring(0, end.start()) : text).strip();
  }

  /** Cut before the first word of a date: "Jane Doe December". */
  private String untilDate(String text) {
    int at = 0;
    for (String word : text.split(" ")) {
      String bare = word.toLowerCase(Locale.ROOT).replaceAll("[.,]+$", "");
      if (at > 0 && (months.all().contains(bare) || dateWords.all().contains(bare))) {
        return text.substring(0, at).strip().replaceAll("[,;]+$", "");
      }
      at += word.length() + 1;
    }
    return text;
  }

  /** Whether a box or one around it holds what readers wrote. */
  static boolean isComment(Box box) {
    for (Box around = box; around != null; around = around.parent()) {
      if (around.element().className().toLowerCase(Locale.ROOT).contains("comment")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text can be the name of a person: two to five words, all but particles capital. */
  static boolean isPerson(String text) {
    return text.split(" ").length <= MAX_NAME_WORDS && NAME.matcher(text).matches();
  }
}

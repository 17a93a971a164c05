package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Role;
import io.dateline.ingest.extract.scan.Words;
import io.dateline.model.Removal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds title, kicker, byline and date lines, which have fields of their own. */
final class FactRules {

  private static final int MAX_FACT_WORDS = 30;
  private static final int MAX_TITLE_WORDS = 45;
  private static final int MAX_DATE_WORDS = 16;
  private static final int MAX_BYLINE_WORDS = 10;

  /** A box with more running words is no author or date line, whatever its name. */
  private static final int MAX_NAMED_WORDS = 60;

  private static final Pattern NUMBERS = Pattern.compile("[\\d\\s.:/|,-]+");
  private static final Pattern SPACES = Pattern.compile("[\\s,:]+");
  private static final int MAX_DATE_CHARS = 120;
  private static final int MAX_SUBHEAD_WORDS = 10;
  private static final double SAME_TITLE = 0.8;

  private final Wordings.Phrases months;
  private final Wordings.Phrases dateWords;
  private final Wordings.Phrases bylines;

  FactRules(Wordings wordings) {
    months = wordings.section("month");
    dateWords = wordings.section("dateword");
    bylines = wordings.section("byline");
  }

  /** The verdict on a block that states such a fact; null when it does not. */
  @Nullable Verdict judge(Block block, Context context) {
    if (isTitle(block, context)) {
      return new Verdict.Cut(Removal.Kind.BOILERPLATE, "title");
    }
    if (block.words() > MAX_FACT_WORDS) {
      return null;
    }
    if (isDate(block)) {
      return new Verdict.Cut(Removal.Kind.BOILERPLATE, "date-line");
    }
    if (isByline(block, context)) {
      return new Verdict.Cut(Removal.Kind.BYLINE, "byline");
    }
    for (Box box = block.box(); box != null && box != context.container; box = box.parent()) {
      Verdict verdict = byRole(box);
      if (verdict != null) {
        return verdict;
      }
    }
    return null;
  }

  private static boolean isTitle(Block block, Context context) {
    if (block.box() == context.heading
        || (block.tag().equals("h1") && !isSubhead(block, context))) {
      return true;
    }
    if (block.words() > MAX_TITLE_WORDS) {
      return false;
    }
    if (context.isTitleLength(block.text())
        && context.titleKeys.contains(TextMatch.key(block.text()))) {
      return true;
    }
    return block.isHeading() && isLikeTitle(TextMatch.words(block.text()), context);
  }

  /**
   * Some content systems part an article by headings of first rank. Longer ones are headlines of
   * other articles, those beside other headings lists of pages.
   */
  private static boolean isSubhead(Block block, Context context) {
    return context.heading != null
        && block.index() > context.heading.firstBlock()
        && block.words() <= MAX_SUBHEAD_WORDS
        && !isHeading(block.index() - 1, context)
        && !isHeading(block.index() + 1, context);
  }

  private static boolean isHeading(int index, Context context) {
    List<Block> blocks = context.page.blocks();
    return index < blocks.size()
        && blocks.get(index).isHeading()
        && blocks.get(index).box() != context.heading;
  }

  private static boolean isLikeTitle(Set<String> words, Context context) {
    for (Set<String> title : context.titleWords) {
      if (title.size() >= 4 && TextMatch.share(title, words) >= SAME_TITLE) {
        return true;
      }
    }
    return false;
  }

  /** A short line of nothing but numbers, months, weekdays and words such as "updated". */
  private boolean isDate(Block block) {
    return block.words() <= MAX_DATE_WORDS && isDate(block.text());
  }

  private boolean isDate(String text) {
    if (text.length() > MAX_DATE_CHARS || !hasDigit(text)) {
      return false;
    }
    boolean digits = false;
    boolean named = false;
    for (String word : TextMatch.words(text)) {
      if (Character.isDigit(word.charAt(0))) {
        digits = true;
      } else if (months.all().contains(word) || dateWords.all().contains(word)) {
        named = true;
      } else {
        return false;
      }
    }
    return digits && (named || (Words.count(text) >= 2 && NUMBERS.matcher(text).matches()));
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isByline(Block block, Context context) {
    String text = block.text();
    if (block.words() > MAX_BYLINE_WORDS || (Sentences.isEnded(text) && !text.endsWith(":"))) {
      return context.isAuthorLength(text) && context.authorKeys.contains(TextMatch.key(text));
    }
    int prefix = bylines.openingLength(text);
    String rest = bylines.behind(text);
    if (context.authorKeys.contains(TextMatch.key(rest)) || isDated(rest, context)) {
      return true;
    }
    return prefix > 0 && prefix < text.length() && isNames(rest);
  }

  /** "Jane Doe 19.10.2019, 05:00 Uhr". */
  private boolean isDated(String text, Context context) {
    for (String author : context.known.authors()) {
      if (text.startsWith(author) && isDate(text.substring(author.length()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether all words are capitalised, small joining words aside. */
  private static boolean isNames(String text) {
    for (String word : SPACES.split(text)) {
      boolean joins = word.length() <= 3;
      if (!word.isEmpty() && !joins && !Character.isUpperCase(word.charAt(0))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Verdict byRole(Box box) {
    if (box.runWords() > MAX_NAMED_WORDS || box.is(Role.BODY)) {
      return null;
    }
    if (box.is(Role.BYLINE)) {
      return new Verdict.Cut(Removal.Kind.BYLINE, "byline-box");
    }
    if (box.is(Role.KICKER)) {
      return new Verdict.Cut(Removal.Kind.KICKER, "kicker-box");
    }
    for (Role role : new Role[] {Role.TAGS, Role.DATE, Role.META}) {
      if (box.is(role)) {
        String rule = role.name().toLowerCase(Locale.ROOT) + "-box";
        return new Verdict.Cut(Removal.Kind.BOILERPLATE, rule);
      }
    }
    return null;
  }
}

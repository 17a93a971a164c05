package io.dateline.ingest.extract;

import io.dateline.ingest.extract.body.CreditReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the paragraphs of plain text: blank lines part them, where there are none line ends do, and
 * sentences without a space between them show where the border of two elements was lost. Lines that
 * were wrapped at a width are joined.
 */
final class PlainParagraphs {

  /** Wrapped lines are about as long as a column is wide, UTF-16 units. */
  private static final int MIN_WRAPPED = 40;

  private static final int MAX_WRAPPED = 100;
  private static final int MAX_RAGGED = 30;

  /** A sentence has at least so many words. */
  private static final int MIN_WORDS = 4;

  private static final Pattern LINE = Pattern.compile("\\r\\n?|\\n");
  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n\\s*");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?:…][\"'”“»«’)\\]]*$");
  private static final Pattern HYPHEN = Pattern.compile("(?<=\\p{Ll})-\\n(?=\\p{Ll})");

  /** An end of a sentence right before a capital, and no address: "…on Monday.The first…". */
  private static final Pattern GLUED =
      Pattern.compile(
          "(?<=[\\p{Ll}\\d)\"”“»«][.!?])(?=[\"„“”«»]?\\p{Lu}\\p{Ll}+\\s)"
              + "(?!(?:Com|De|At|Ch|Net|Org|Info|Eu|Co|Tv|Js)\\b)");

  /** A bracket right before a capital: it ends a credit that stood beside a picture. */
  private static final Pattern BRACKET = Pattern.compile("(\\([^()]{3,80}\\))(?=\\p{Lu})");

  private PlainParagraphs() {}

  /** The same text with a blank line between all its paragraphs. */
  static String parted(String raw, CreditReader credits) {
    String text = LINE.matcher(raw).replaceAll("\n").strip();
    List<String> blocks = Arrays.asList(BLANK_LINE.split(text));
    List<String> paragraphs = new ArrayList<>();
    for (String block : blocks) {
      for (String paragraph : lines(block, blocks.size() == 1)) {
        addSentences(paragraph, credits, paragraphs);
      }
    }
    return String.join("\n\n", paragraphs);
  }

  /** The paragraphs of a block; its lines are some only when nothing else parts the text. */
  private static List<String> lines(String block, boolean alone) {
    List<String> lines = List.of(block.split("\\s*\\n\\s*"));
    if (isWrapped(lines)) {
      return List.of(HYPHEN.matcher(String.join("\n", lines)).replaceAll("").replace('\n', ' '));
    }
    long ended = lines.stream().skip(1).filter(l -> SENTENCE_END.matcher(l).find()).count();
    return alone && lines.size() > 1 && ended * 2 >= lines.size() - 1 ? lines : List.of(block);
  }

  private static boolean isWrapped(List<String> lines) {
    List<String> full = lines.subList(0, lines.size() - 1);
    int longest = full.stream().mapToInt(String::length).max().orElse(0);
    int shortest = full.stream().mapToInt(String::length).min().orElse(0);
    long ended = full.stream().filter(l -> SENTENCE_END.matcher(l).find()).count();
    return shortest >= MIN_WRAPPED
        && longest <= MAX_WRAPPED
        && longest - shortest <= MAX_RAGGED
        && lines.get(lines.size() - 1).length() <= longest
        && ended * 2 <= full.size();
  }

  /** Parts what was glued, a credit from the text behind it first. */
  private static void addSentences(String text, CreditReader credits, List<String> paragraphs) {
    Matcher bracket = BRACKET.matcher(text);
    int from = 0;
    if (bracket.find() && credits.isCredit(bracket.group(1))) {
      from = bracket.end();
      paragraphs.add(text.substring(0, from));
    }
    Matcher border = GLUED.matcher(text);
    int start = from;
    while (border.find()) {
      int at = border.start() + (closes(text, start, border.start()) ? 1 : 0);
      if (at > start && isSentence(text.substring(start, at)) && isSentence(text.substring(at))) {
        paragraphs.add(text.substring(start, at));
        start = at;
      }
    }
    paragraphs.add(text.substring(start));
  }

  /** Whether a quotation mark stands there that ends what another one opened. */
  private static boolean closes(String text, int start, int at) {
    char mark = text.charAt(at);
    return switch (mark) {
      case '”' -> true;
      case '"' -> count(text, start, at, mark) % 2 == 1;
      case '“' -> count(text, start, at, '„') > count(text, start, at, mark);
      case '»' -> count(text, start, at, '«') > count(text, start, at, mark);
      case '«' -> count(text, start, at, '»') > count(text, start, at, mark);
      default -> false;
    };
  }

  private static long count(String text, int start, int end, char mark) {
    return text.substring(start, end).chars().filter(c -> c == mark).count();
  }

  private static boolean isSentence(String text) {
    return SPACES.split(text.strip(), MIN_WORDS).length == MIN_WORDS;
  }
}

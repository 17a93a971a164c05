package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells photo credits from text and captions: "Foto: Jane Doe/AP", "© dpa", "Quelle: AFP". */
public final class CreditReader {

  private static final int MAX_WORDS = 14;
  private static final int MAX_CHARS = 160;
  private static final int MAX_CAPTION_CHARS = 2_000;

  private static final Pattern SOURCES = Pattern.compile("[/,|;:©()]|\\bvia\\b|\\bby\\b|\\bvon\\b");

  /** Names that say that a line is a credit, and whose. */
  private static final Set<String> AGENCIES =
      Set.of("reuters", "ansa", "imago", "picture alliance", "getty images", "shutterstock");

  private final Wordings.Phrases names;
  private final Pattern marker;

  /** Uses the word lists given. */
  public CreditReader(Wordings wordings) {
    names = wordings.section("credit");
    String words =
        names.all().stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    marker =
        Pattern.compile(
            "(?:[(\\[|]\\s*|\\s+[-–—|]\\s+|[.!?]\\s+|\\n|^|\\s)"
                + "((?:(?:"
                + words
                + ")(?:\\s+by|\\s+von)?\\s*[:/©]|©|\\(c\\))\\s*(.{2,120}))$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * A caption with its credit apart.
   *
   * @param caption what the picture shows; null when there was only a credit
   * @param credit as printed; null when there was none
   * @param sources photographers and agencies named in the credit
   */
  public record Parted(@Nullable String caption, @Nullable String credit, List<String> sources) {

    /** Copies the list. */
    public Parted {
      sources = List.copyOf(sources);
    }
  }

  /** Whether a whole line is a credit. */
  public boolean isCredit(String text) {
    if (text.length() > MAX_CHARS) {
      return false;
    }
    String bare = unbracket(text);
    String lower = bare.toLowerCase(Locale.ROOT);
    if (lower.startsWith("©") || lower.startsWith("(c)")) {
      return Words.count(bare) <= MAX_WORDS;
    }
    int length = names.openingLength(bare);
    if (length == 0 || Words.count(bare) > MAX_WORDS) {
      return false;
    }
    String rest = bare.substring(Math.min(length, bare.length())).strip();
    return rest.startsWith(":") || rest.startsWith("©") || rest.startsWith("/") || rest.isEmpty();
  }

  /** Parts the text beside a picture. */
  public Parted part(String text) {
    if (text.length() > MAX_CAPTION_CHARS || !hasMark(text)) {
      return new Parted(text.isBlank() ? null : text, null, List.of());
    }
    Matcher m = marker.matcher(text);
    if (!m.find()) {
      return new Parted(text.isBlank() ? null : text, null, List.of());
    }
    String caption = text.substring(0, m.start(1)).replaceAll("[\\s(\\[|–—-]+$", "");
    String credit = m.group(1).replaceAll("[\\s)\\]]+$", "");
    return new Parted(caption.isBlank() ? null : caption, credit, sources(credit));
  }

  /** Cheap check before the pattern is tried: every credit has one of these signs. */
  private static boolean hasMark(String text) {
    return text.indexOf(':') >= 0
        || text.indexOf('/') >= 0
        || text.indexOf('©') >= 0
        || text.indexOf('(') >= 0;
  }

  /** Names in a credit, without the words that only say that it is one. */
  public List<String> sources(String credit) {
    List<String> sources = new ArrayList<>();
    for (String part : SOURCES.split(credit)) {
      String name = part.strip();
      boolean word = names.isWhole(name) && !AGENCIES.contains(name.toLowerCase(Locale.ROOT));
      if (name.length() > 1 && name.length() <= 60 && !word) {
        sources.add(name);
      }
    }
    return sources;
  }

  private static String unbracket(String text) {
    String bare = text.strip();
    return bare.startsWith("(") && bare.endsWith(")")
        ? bare.substring(1, bare.length() - 1).strip()
        : bare;
  }
}

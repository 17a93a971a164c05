package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.TextMatch;
import io.dateline.ingest.extract.field.TitleChooser.Candidate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Of several wordings of one headline the best: whole, spaced, without what is glued to it. */
final class TitleForms {

  private static final Pattern CUT_MARK = Pattern.compile("\\s*(?:\\.\\.\\.|…)$");
  private static final List<String> AGREED = List.of("h1", "og", "title");
  private static final int MIN_WORDS = 3;
  private static final int MIN_SEEN_WORDS = 5;
  private static final int MIN_WORD_CHARS = 4;
  private static final int MIN_REST_CHARS = 15;
  private static final int MIN_KICKER_CHARS = 5;

  private TitleForms() {}

  /** The same without its cut: "… for Hong Kong leader..." where another offer says it whole. */
  static Candidate whole(Candidate best, List<Candidate> all) {
    String start = CUT_MARK.matcher(best.text()).replaceFirst("");
    if (start.length() == best.text().length()) {
      return best;
    }
    for (Candidate other : all) {
      if (other.text().length() > best.text().length() && other.text().startsWith(start)) {
        return other;
      }
    }
    return best;
  }

  /** How an outlet names its report elsewhere than on the page: to machines, or to be passed on. */
  static Candidate reported(Candidate best, List<Candidate> all) {
    Candidate stated = statedAlone(best, all);
    return stated == null ? shortened(best, all) : stated;
  }

  /**
   * JSON-LD's headline where heading, page title and OpenGraph agree on another one: the report's
   * own, which the others were rewritten from for search engines and networks.
   */
  private static @Nullable Candidate statedAlone(Candidate best, List<Candidate> all) {
    String key = TextMatch.key(best.text());
    Set<String> agreed = new HashSet<>();
    Candidate stated = null;
    for (Candidate other : all) {
      String otherKey = TextMatch.key(other.text());
      if (otherKey.equals(key)) {
        agreed.add(other.from());
      } else if (other.from().equals("json-ld")) {
        boolean part = otherKey.contains(key) || key.contains(otherKey);
        stated = !part && isOnTheSame(other, best) ? other : null;
      }
    }
    return agreed.containsAll(AGREED) && !agreed.contains("json-ld") ? stated : null;
  }

  /**
   * The first heading where it, JSON-LD and OpenGraph have three different titles: none but what
   * readers see can be held to be the headline. Else the best one.
   */
  static Candidate seen(Candidate best, List<Candidate> all) {
    Candidate heading = first("h1", all);
    Candidate stated = first("json-ld", all);
    Candidate graph = first("og", all);
    if (heading == null || stated == null || graph == null) {
      return best;
    }
    boolean apart = isApart(heading, stated) && isApart(heading, graph) && isApart(stated, graph);
    boolean alike = isAlike(heading, stated) || isAlike(heading, graph);
    boolean whole = TextMatch.words(heading.text()).size() >= MIN_SEEN_WORDS;
    return apart && alike && whole ? heading : best;
  }

  private static @Nullable Candidate first(String from, List<Candidate> all) {
    return all.stream().filter(c -> c.from().equals(from)).findFirst().orElse(null);
  }

  private static boolean isApart(Candidate one, Candidate other) {
    String a = TextMatch.key(one.text());
    String b = TextMatch.key(other.text());
    return !a.contains(b) && !b.contains(a);
  }

  /** Whether they share a word that is long enough to mean something. */
  private static boolean isAlike(Candidate one, Candidate other) {
    Set<String> words = TextMatch.words(other.text());
    return TextMatch.words(one.text()).stream()
        .anyMatch(word -> word.length() >= MIN_WORD_CHARS && words.contains(word));
  }

  private static boolean isOnTheSame(Candidate one, Candidate other) {
    Set<String> words = TextMatch.words(one.text());
    return words.size() >= MIN_WORDS && TextMatch.share(words, TextMatch.words(other.text())) > 0;
  }

  /**
   * The heading with some words left out, where OpenGraph says it so: the headline as it is passed
   * on. A kicker before a colon stays.
   */
  static Candidate shortened(Candidate best, List<Candidate> all) {
    Set<String> words = TextMatch.words(best.text());
    for (Candidate other : all) {
      if (other.from().equals("og") && !best.text().endsWith(other.text())) {
        Set<String> fewer = TextMatch.words(other.text());
        boolean enough = fewer.size() >= MIN_WORDS && fewer.size() < words.size();
        if (enough && isInOrder(List.copyOf(fewer), words)) {
          return other;
        }
      }
    }
    return best;
  }

  private static boolean isInOrder(List<String> part, Set<String> whole) {
    int at = 0;
    for (String word : whole) {
      at += at < part.size() && part.get(at).equals(word) ? 1 : 0;
    }
    return at == part.size();
  }

  /** "Krieg in Nahost Drusen fordern Teilhabe": a tag has the same without what is glued to it. */
  static String withoutKicker(String title, List<Candidate> all) {
    String key = TextMatch.key(title);
    if (all.stream().anyMatch(c -> !c.from().equals("h1") && TextMatch.key(c.text()).equals(key))) {
      return title;
    }
    for (Candidate other : all) {
      String part = TextMatch.key(other.text());
      boolean shorter =
          part.length() >= MIN_REST_CHARS && key.length() - part.length() >= MIN_KICKER_CHARS;
      if (shorter && !other.from().equals("h1") && isGlued(title, other.text())) {
        boolean before = key.endsWith(part) && !other.from().equals("title");
        if (before || key.startsWith(part)) {
          return other.text();
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
  static String spaced(Candidate best, List<Candidate> all) {
    String key = TextMatch.key(best.text());
    String form = best.text();
    for (Candidate other : all) {
      boolean spaced =
          other.text().length() > form.length()
              && other.text().length() < form.length() + 4
              && other.text().charAt(0) == form.charAt(0)
              && other.text().endsWith(form.substring(form.length() - 1));
      if (spaced && !other.from().equals("title") && TextMatch.key(other.text()).equals(key)) {
        form = other.text();
      }
    }
    return form;
  }
}

package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.TextMatch;
import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.meta.MetaTags;
import io.dateline.ingest.extract.scan.DataFile;
import io.dateline.ingest.extract.scan.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the outlet's own keywords and drops what only machines use. */
public final class KeywordReader {

  private static final String MARKS_BEFORE = "\"'„“”[#";
  private static final String MARKS_BEHIND = "\"'“”]";
  private static final Pattern LABELLED = Pattern.compile("[\\p{L} ]{2,20}: ?\\S.*");

  /** Numbers of a content system: "100312362", "98be933f-38cf-4fba-b6c6-ad438e82010a". */
  private static final Pattern NUMBER =
      Pattern.compile("\\d{5,}|\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private static final Pattern SUBJECT = Pattern.compile("\\s*(?i:subject|topic|thema):");
  private static final char FIRST_NOT_LATIN = 0x250;

  /** One keyword with "news" in it is a subject, several are a list of wires. */
  private static final int MIN_ROUTING = 3;

  private static final int MIN_GENERIC = 6;
  private static final double CLEARLY = 0.3;
  private static final int MAX_KEYWORDS = 60;
  private static final int MAX_CHARS = 80;
  private static final Set<String> KEPT_PREFIXES =
      Set.of("subject", "topic", "tag", "keyword", "thema", "category");

  /** What keywords are read from. */
  public record Source(
      Page page,
      MetaTags metas,
      @Nullable LdNode article,
      SiteNames site,
      String url,
      String headline,
      Span body) {}

  /**
   * Where the body stands.
   *
   * @param first its first block; -1 when there is none
   * @param end one behind its last block
   */
  public record Span(int first, int end) {}

  private final List<String> metas =
      DataFile.sections("metas.txt").getOrDefault("keyword", List.of());

  /** Keywords in order, without doubles. */
  public List<String> read(Source source) {
    List<String> keywords = list(source.metas.all("keywords"), source);
    List<String> stated =
        source.article == null ? List.of() : list(source.article.texts("keywords"), source);
    List<String> tags = list(source.metas.all("article:tag"), source);
    List<String> best = better(keywords, stated, isLabelled(source));
    if (best.isEmpty() || isMachineMade(best, source)) {
      best = firstOf(real(stated, source), firstOf(real(tags, source), best));
    }
    best = shorter(best, tags);
    for (int i = 0; best.isEmpty() && i < metas.size(); i++) {
      best = list(source.metas.all(metas.get(i)), source);
    }
    best = firstOf(best, tags);
    if (best.isEmpty() || isGeneric(best, source) || isMachineMade(best, source)) {
      best = shown(best, source);
    }
    return best.subList(0, Math.min(best.size(), MAX_KEYWORDS));
  }

  /** The links to topic pages where the article names clearly more of them than of a list. */
  private static List<String> shown(List<String> stated, Source source) {
    TagLinks links = new TagLinks(source.page, source.body, source.headline);
    List<String> shown = list(links.read(), source);
    boolean doubted =
        stated.size() < MIN_GENERIC || isMachineMade(stated, source) || headed(stated, source) == 0;
    double said = (double) links.named(stated) / Math.max(1, stated.size());
    boolean better = doubted || links.named(shown) > (said + CLEARLY) * shown.size();
    return better ? firstOf(shown, stated) : stated;
  }

  private static List<String> firstOf(List<String> first, List<String> second) {
    return first.isEmpty() ? second : first;
  }

  /** The meta tag's list; JSON-LD's when it says what kind of word each is. */
  private static List<String> better(List<String> keywords, List<String> stated, boolean labelled) {
    if (keywords.isEmpty() || (labelled && isPart(keywords, stated))) {
      return stated;
    }
    return shorter(keywords, stated);
  }

  /** A list that another one only adds noise to wins, unless it is much shorter. */
  private static List<String> shorter(List<String> list, List<String> other) {
    boolean wins =
        other.size() < list.size() && other.size() * 2 >= list.size() && isPart(other, list);
    return wins && !other.isEmpty() ? other : list;
  }

  private static boolean isLabelled(Source source) {
    return source.article != null
        && source.article.texts("keywords").stream()
            .anyMatch(k -> k.toLowerCase(Locale.ROOT).startsWith("category:"));
  }

  private static List<String> real(List<String> tags, Source source) {
    return tags.size() > 1 || !isMachineMade(tags, source) ? tags : List.of();
  }

  /** Many lower-case single words that stand in the address. */
  private static boolean isMachineMade(List<String> words, Source source) {
    Set<String> slug = TextMatch.words(source.url);
    long repeated = words.stream().filter(w -> isSlug(w, slug)).count();
    return repeated >= 4
        && repeated * 2 >= words.size()
        && words.stream().allMatch(w -> w.equals(w.toLowerCase(Locale.ROOT)));
  }

  /** Words of the section or of the whole site: hardly one of them is in what heads the article. */
  private static boolean isGeneric(List<String> words, Source source) {
    String section = source.article == null ? null : source.article.text("articleSection");
    if (words.size() == 1 && words.get(0).equalsIgnoreCase(section)) {
      return true;
    }
    return words.size() >= MIN_GENERIC && headed(words, source) * MIN_GENERIC <= words.size();
  }

  /** How many of the words are in what heads the article. */
  private static long headed(List<String> words, Source source) {
    String description = source.metas.first("og:description", "description");
    Set<String> head = TextMatch.words(source.headline + " " + description + " " + source.url);
    return words.stream().filter(w -> head.containsAll(TextMatch.words(w))).count();
  }

  private static boolean isPart(List<String> part, List<String> whole) {
    List<String> keys = whole.stream().map(s -> s.toLowerCase(Locale.ROOT)).toList();
    return part.stream().allMatch(s -> keys.contains(s.toLowerCase(Locale.ROOT)));
  }

  private static List<String> list(List<String> values, Source source) {
    List<String> parts = new ArrayList<>();
    for (String value : values) {
      parts.addAll(List.of(split(value, values.size() > 1)));
    }
    boolean labelled = parts.stream().anyMatch(p -> SUBJECT.matcher(p).lookingAt());
    boolean routed = parts.stream().filter(KeywordReader::isRouting).count() >= MIN_ROUTING;
    Map<String, String> out = new LinkedHashMap<>();
    for (String part : parts) {
      String word = clean(part);
      boolean meant = !labelled || SUBJECT.matcher(part).lookingAt();
      if (meant && isKeyword(word, source) && !(routed && isRouting(word))) {
        out.putIfAbsent(word.toLowerCase(Locale.ROOT), word);
      }
    }
    return new ArrayList<>(out.values());
  }

  private static String[] split(String value, boolean listed) {
    if (value.indexOf(',') >= 0) {
      return value.split(",");
    }
    if (value.indexOf(';') >= 0) {
      return value.split(";");
    }
    return !listed && value.indexOf('|') >= 0 ? value.split("\\|") : new String[] {value};
  }

  private static String clean(String part) {
    String word = part.strip();
    int colon = word.indexOf(':');
    if (colon > 0 && KEPT_PREFIXES.contains(word.substring(0, colon).toLowerCase(Locale.ROOT))) {
      word = word.substring(colon + 1).strip();
    }
    return TitleChooser.squeeze(unmarked(word));
  }

  private static String unmarked(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && MARKS_BEFORE.indexOf(word.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && MARKS_BEHIND.indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(start, end);
  }

  /** "General news", "NY State Wire": where an item is sent to, not what it is about. */
  private static boolean isRouting(String keyword) {
    Set<String> words = TextMatch.words(keyword);
    return words.size() > 1 && (words.contains("news") || words.contains("wire"));
  }

  private static boolean isKeyword(String word, Source source) {
    return !word.isEmpty()
        && word.length() <= MAX_CHARS
        && word.indexOf('=') < 0
        && word.indexOf('_') < 0
        && !(word.indexOf(':') > 0 && LABELLED.matcher(word).matches())
        && !word.startsWith("http")
        && !(word.length() == 1 && word.charAt(0) < FIRST_NOT_LATIN)
        && !NUMBER.matcher(word).matches()
        && !source.site.isName(word);
  }

  private static boolean isSlug(String word, Set<String> slug) {
    return word.indexOf(' ') < 0 && slug.contains(word.toLowerCase(Locale.ROOT));
  }
}

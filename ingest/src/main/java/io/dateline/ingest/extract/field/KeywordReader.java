package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.TextMatch;
import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.meta.MetaTags;
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

  private static final Pattern MARKS = Pattern.compile("^[\"'\\[#]+|[\"'\\]]+$");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern LABELLED = Pattern.compile("[\\p{L} ]{2,20}: ?\\S.*");
  private static final int MAX_KEYWORDS = 60;
  private static final int MAX_CHARS = 80;
  private static final String[] OTHER_METAS = {
    "news_keywords",
    "sailthru.tags",
    "parsely-tags",
    "classification-tags",
    "custom-keywords",
    "cxenseparse:epi-tags",
    "dmp:tags",
    "tags",
    "dc.subject",
    "dcterms.subject",
    "article:tags"
  };
  private static final Set<String> KEPT_PREFIXES =
      Set.of("subject", "topic", "tag", "keyword", "thema");

  /** What keywords are read from. */
  public record Source(
      Page page, MetaTags metas, @Nullable LdNode article, SiteNames site, String url) {}

  /** Keywords in order, without doubles. */
  public List<String> read(Source source) {
    List<List<String>> lists = new ArrayList<>();
    add(lists, source.metas.all("keywords"), source);
    for (String name : OTHER_METAS) {
      add(lists, source.metas.all(name), source);
    }
    if (source.article != null) {
      add(lists, source.article.texts("keywords"), source);
    }
    add(lists, source.metas.all("article:tag"), source);
    if (lists.isEmpty()) {
      List<String> linked = TagLinks.read(source.page);
      add(lists, linked, source);
    }
    List<String> best = choose(lists);
    return best.subList(0, Math.min(best.size(), MAX_KEYWORDS));
  }

  /** Lists that only add noise to another one lose against it. */
  private static List<String> choose(List<List<String>> lists) {
    if (lists.isEmpty()) {
      return List.of();
    }
    List<String> best = lists.get(0);
    for (List<String> other : lists) {
      if (other.size() < best.size() && other.size() * 3 >= best.size() && isPart(other, best)) {
        best = other;
      }
    }
    return best;
  }

  private static boolean isPart(List<String> part, List<String> whole) {
    List<String> keys = whole.stream().map(s -> s.toLowerCase(Locale.ROOT)).toList();
    return part.stream().allMatch(s -> keys.contains(s.toLowerCase(Locale.ROOT)));
  }

  private static void add(List<List<String>> lists, List<String> values, Source source) {
    Map<String, String> out = new LinkedHashMap<>();
    for (String value : values) {
      for (String part : split(value, values.size() > 1)) {
        String word = clean(part);
        if (isKeyword(word, source)) {
          out.putIfAbsent(word.toLowerCase(Locale.ROOT), word);
        }
      }
    }
    List<String> words = new ArrayList<>(out.values());
    dropSlug(words, source.url);
    if (!words.isEmpty()) {
      lists.add(words);
    }
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
    return SPACES.matcher(MARKS.matcher(word).replaceAll("")).replaceAll(" ");
  }

  private static boolean isKeyword(String word, Source source) {
    return !word.isEmpty()
        && word.length() <= MAX_CHARS
        && word.indexOf('=') < 0
        && word.indexOf('_') < 0
        && !(word.indexOf(':') > 0 && LABELLED.matcher(word).matches())
        && !word.startsWith("http")
        && !source.site.isName(word);
  }

  /** Single words that only repeat the address are made by machines. */
  private static void dropSlug(List<String> words, String url) {
    Set<String> slug = TextMatch.words(url);
    long repeated = words.stream().filter(w -> isSlug(w, slug)).count();
    if (repeated >= 4
        && repeated * 2 >= words.size()
        && words.stream().allMatch(w -> w.equals(w.toLowerCase(Locale.ROOT)) || !isSlug(w, slug))) {
      words.removeIf(w -> isSlug(w, slug));
    }
  }

  private static boolean isSlug(String word, Set<String> slug) {
    return word.indexOf(' ') < 0 && slug.contains(word.toLowerCase(Locale.ROOT));
  }
}

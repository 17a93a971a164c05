package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.meta.MetaTags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the outlet's own keywords and drops what only machines use. */
public final class KeywordReader {

  private static final int MAX_KEYWORDS = 60;
  private static final int MAX_CHARS = 80;

  /** Keywords in order, without doubles. */
  public List<String> read(MetaTags metas, @Nullable LdNode article) {
    Map<String, String> out = new LinkedHashMap<>();
    metas.all("keywords").forEach(v -> addAll(v, out));
    if (out.isEmpty()) {
      metas.all("news_keywords").forEach(v -> addAll(v, out));
    }
    if (out.isEmpty() && article != null) {
      article.texts("keywords").forEach(v -> addAll(v, out));
    }
    if (out.isEmpty()) {
      metas.all("article:tag").forEach(v -> addAll(v, out));
    }
    List<String> keywords = new ArrayList<>(out.values());
    return keywords.subList(0, Math.min(keywords.size(), MAX_KEYWORDS));
  }

  private static void addAll(String list, Map<String, String> out) {
    for (String part : list.split(list.indexOf(';') >= 0 && list.indexOf(',') < 0 ? ";" : ",")) {
      String word = part.strip();
      if (isKeyword(word)) {
        out.putIfAbsent(word.toLowerCase(Locale.ROOT), word);
      }
    }
  }

  private static boolean isKeyword(String word) {
    return !word.isEmpty()
        && word.length() <= MAX_CHARS
        && word.indexOf('=') < 0
        && !word.startsWith("type:")
        && !word.startsWith("http");
  }
}

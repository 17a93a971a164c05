package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.TextMatch;
import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.meta.MetaTags;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names an outlet goes by: what is no author, no keyword and no part of a title. */
public final class SiteNames {

  private static final int MIN_PART_CHARS = 4;

  private final List<String> names = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private final Set<String> hostNames;
  private final Set<String> sections = new HashSet<>();

  /** Gathers them from meta tags, JSON-LD and the address. */
  public SiteNames(MetaTags metas, @Nullable LdNode article, String url) {
    add(metas.first("og:site_name"));
    add(metas.first("application-name"));
    add(metas.first("publisher"));
    add(metas.first("twitter:site"));
    if (article != null) {
      add(article.text("publisher"));
      article.nodes("publisher").forEach(p -> add(p.text("alternateName")));
    }
    addSection(metas.first("article:section"));
    addSection(article == null ? null : article.text("articleSection"));
    hostNames = hostNames(host(url));
  }

  /** "www.hafenblatt.example" goes by "hafenblatt" and by the whole, never by a part of a word. */
  private static Set<String> hostNames(String host) {
    Set<String> names = new HashSet<>();
    StringBuilder name = new StringBuilder();
    for (String label : host.split("\\.")) {
      name.append(TextMatch.key(label));
      names.add(name.toString());
    }
    return names;
  }

  private void add(@Nullable String name) {
    if (name != null && !name.isBlank() && name.length() < 80) {
      names.add(name);
      keys.add(TextMatch.key(name));
      int bracket = name.indexOf(" (");
      if (bracket > 0) {
        keys.add(TextMatch.key(name.substring(0, bracket)));
      }
    }
  }

  private void addSection(@Nullable String name) {
    if (name != null) {
      sections.add(TextMatch.key(name));
    }
  }

  private static String host(String url) {
    int start = url.indexOf("//");
    int from = start < 0 ? 0 : start + 2;
    int end = url.indexOf('/', from);
    String host = end < 0 ? url.substring(from) : url.substring(from, end);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /** The outlet as it names itself; null when it does not. */
  public @Nullable String publisher() {
    return names.isEmpty() ? null : names.get(0);
  }

  /** Whether a text is what the page calls its section. */
  boolean isSection(String text) {
    return sections.contains(TextMatch.key(text));
  }

  /** Whether a text is exactly one of the names. */
  public boolean isExactly(String text) {
    return keys.contains(TextMatch.key(text));
  }

  /** Whether a text is one of the names, or the name of the host. */
  public boolean isName(String text) {
    String key = TextMatch.key(text);
    if (key.isEmpty()) {
      return false;
    }
    if (keys.contains(key)) {
      return true;
    }
    if (key.length() >= MIN_PART_CHARS && hostNames.contains(key)) {
      return true;
    }
    for (String name : keys) {
      boolean near = name.length() >= MIN_PART_CHARS && key.length() >= MIN_PART_CHARS;
      if (near
          && (key.equals(name + "de")
              || (key.startsWith(name) && key.length() < name.length() * 1.6))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text shares a word of some length with a name: "Hafenblatt D". */
  public boolean isLike(String text) {
    Set<String> words = TextMatch.words(text);
    return names.stream()
        .flatMap(name -> TextMatch.words(name).stream())
        .anyMatch(word -> word.length() >= MIN_PART_CHARS && words.contains(word));
  }
}

package io.dateline.ingest.extract.meta;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The {@code meta} and {@code link} tags of a page: OpenGraph, Twitter, Dublin Core and the rest.
 */
public final class MetaTags {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final String[] VALUE_KEYS = {"content", "datetime", "value"};
  private static final String[] NAME_KEYS = {
    "property", "name", "itemprop", "http-equiv", "pubdate"
  };
  private static final Pattern DUBLIN_CORE = Pattern.compile("^(dc|dcterms|dcsext):");

  private final Map<String, List<String>> metas = new HashMap<>();
  private final Map<String, List<String>> links = new HashMap<>();

  /** Reads the tags in document order. */
  public MetaTags(List<Element> metaElements, List<Element> linkElements) {
    for (Element meta : metaElements) {
      String value = value(meta);
      if (!value.isEmpty()) {
        addMeta(meta, value);
      }
    }
    for (Element link : linkElements) {
      String href = link.attr("href").strip();
      if (!href.isEmpty()) {
        for (String rel : SPACES.split(link.attr("rel").toLowerCase(Locale.ROOT))) {
          links.computeIfAbsent(rel, k -> new ArrayList<>()).add(href);
        }
      }
    }
  }

  /** The {@code content}; pages that are not valid say {@code datetime} or {@code value}. */
  private static String value(Element meta) {
    for (String key : VALUE_KEYS) {
      if (meta.hasAttr(key)) {
        return meta.attr(key).strip();
      }
    }
    return "";
  }

  /** A tag may carry a name in each of several vocabularies. */
  private void addMeta(Element meta, String value) {
    Set<String> names = new LinkedHashSet<>();
    for (String key : NAME_KEYS) {
      if (meta.hasAttr(key)) {
        names.add(name(meta.attr(key).strip().toLowerCase(Locale.ROOT)));
      }
    }
    for (String name : names) {
      metas.computeIfAbsent(name, k -> new ArrayList<>()).add(value);
    }
  }

  /** "dc:date" is written "dc.date" as often. */
  private static String name(String said) {
    return said.startsWith("dc") ? DUBLIN_CORE.matcher(said).replaceFirst("$1.") : said;
  }

  /** First value of the first of these names that has one; null when none has. */
  public @Nullable String first(String... names) {
    for (String name : names) {
      List<String> values = metas.get(name);
      if (values != null) {
        return values.get(0);
      }
    }
    return null;
  }

  /** All values of a name. */
  public List<String> all(String name) {
    return metas.getOrDefault(name, List.of());
  }

  /** First address of a link relation, as written; null when there is none. */
  public @Nullable String link(String rel) {
    List<String> hrefs = links.get(rel);
    return hrefs == null ? null : hrefs.get(0);
  }
}

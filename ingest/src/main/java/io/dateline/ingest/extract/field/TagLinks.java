package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.TextMatch;
import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** Reads keywords off the links to topic pages that stand together near an article. */
final class TagLinks {

  private static final int MAX_CHARS = 60;
  private static final int BLOCKS_BEFORE = 8;
  private static final int BLOCKS_BEHIND = 45;
  private static final int BLOCKS_CLOSE = 20;

  /** What a link to a section or category counts beside one to a topic's page. */
  private static final double WEAKER = 0.3;

  /** Links that are less of their box's text than this stand in a sentence. */
  private static final double MIN_SHARE = 0.4;

  /** A name this long may be part of a longer word: "Brücke" in "Brückenbau". */
  private static final int MIN_PART_CHARS = 5;

  /** "Iowa (92)", "Wahl (3 Artikel)": how many articles the topic's page holds. */
  private static final Pattern COUNT = Pattern.compile("\\s*\\(\\d+(?: \\p{L}+)?\\)$");

  private static final Evaluator LINK = QueryParser.parse("a[href]");

  /** A slash at the end of the path, and what follows the path. */
  private static final Pattern ADDRESS_END = Pattern.compile("/?(?:[?#].*)?$");

  /** Of the id and the classes behind it; a class {@code footer} alone may be the article's. */
  private static final Pattern SITE_FOOTER =
      Pattern.compile("(?i)^footer|(?:^|\\s)(?:site|page|global)[_-]?footer");

  private static final Pattern UMLAUTS = Pattern.compile("[äöüÄÖÜß]");

  private final Page page;
  private final KeywordReader.Span body;
  private final String head;

  /** Of the text, as names are looked up in it; made when it is asked for. */
  private @Nullable String key;

  private @Nullable Set<String> words;

  /**
   * Looks at the links of a page.
   *
   * @param body where its text stands
   * @param head what heads it
   */
  TagLinks(Page page, KeywordReader.Span body, String head) {
    this.page = page;
    this.body = body;
    this.head = head;
  }

  /** Headline and body. */
  private String text() {
    StringBuilder all = new StringBuilder(head);
    if (body.first() >= 0) {
      for (Block block : page.blocks().subList(body.first(), body.end())) {
        all.append(' ').append(block.text());
      }
    }
    return all.toString();
  }

  private String key() {
    String known = key;
    if (known == null) {
      known = TextMatch.key(text());
      key = known;
    }
    return known;
  }

  private Set<String> words() {
    Set<String> known = words;
    if (known == null) {
      known = TextMatch.words(text());
      words = known;
    }
    return known;
  }

  /** The texts of the group of such links of which the article names most; the first of equals. */
  List<String> read() {
    Map<Element, List<String>> groups = new LinkedHashMap<>();
    Set<Element> weaker = new HashSet<>();
    for (Page.Spot spot : page.topicLinks()) {
      if (isNear(spot.block()) && !isPageFooter(spot.box())) {
        Element group = add(spot.element(), groups);
        if (group != null && spot.element().attr("rel").contains("category")) {
          weaker.add(group);
        }
      }
    }
    weaker.addAll(addNamedLinks(groups));
    // first: a link in a sentence is a group of its own, and worth is asked of the whole text
    groups.entrySet().removeIf(group -> !isList(group.getKey(), group.getValue()));
    List<String> best = List.of();
    double bestWorth = 0;
    for (Map.Entry<Element, List<String>> group : groups.entrySet()) {
      double worth = worth(group.getValue());
      worth *= weaker.contains(group.getKey()) ? WEAKER : 1;
      if (worth > bestWorth) {
        best = group.getValue();
        bestWorth = worth;
      }
    }
    return best;
  }

  /** Adds a link to those of its list; null when it is none to a topic. */
  private static @Nullable Element add(Element link, Map<Element, List<String>> groups) {
    String text = COUNT.matcher(link.text().strip()).replaceFirst("");
    Element parent = link.parent();
    Element group = parent != null && parent.childrenSize() == 1 ? parent.parent() : parent;
    if (group == null || text.isEmpty() || text.length() > MAX_CHARS) {
      return null;
    }
    groups.computeIfAbsent(group, k -> new ArrayList<>()).add(text);
    return group;
  }

  /** Adds the items of lists just behind the body that link to pages called what they say. */
  private Set<Element> addNamedLinks(Map<Element, List<String>> groups) {
    Map<Element, List<String>> found = new LinkedHashMap<>();
    int last = Math.min(page.blocks().size(), body.end() + BLOCKS_CLOSE);
    for (int i = Math.max(0, body.end()); i < last; i++) {
      Box box = page.blocks().get(i).box();
      Element item = box.element();
      Element link = item.normalName().equals("li") ? item.selectFirst(LINK) : null;
      if (link != null
          && item.text().length() == link.text().length()
          && isCalled(link.attr("href"), link.text())
          && !isPageFooter(box)) {
        add(link, found);
      }
    }
    found.keySet().removeAll(groups.keySet());
    found.values().removeIf(names -> named(names) == 0);
    groups.putAll(found);
    return found.keySet();
  }

  /** What stands at the foot of every page of a site is about the site; an article has one too. */
  private static boolean isPageFooter(Box box) {
    for (Box at = box; at != null; at = at.parent()) {
      if (at.tag().equals("footer") || isNamedFooter(at.element())) {
        return at.nearest("article") == null && at.nearest("main") == null;
      }
    }
    return false;
  }

  private static boolean isNamedFooter(Element element) {
    String id = element.id();
    String classes = element.className();
    return (mayName(id) || mayName(classes)) && SITE_FOOTER.matcher(id + ' ' + classes).find();
  }

  /** Nearly no name is a footer's: most are told by less than a pattern. */
  private static boolean mayName(String name) {
    return name.contains("oot") || name.contains("OOT");
  }

  /** "/sport/maria-muster/" is called "Maria Muster". */
  private static boolean isCalled(String href, String text) {
    String path = ADDRESS_END.matcher(href).replaceFirst("");
    String name = path.substring(path.lastIndexOf('/') + 1);
    return !name.isEmpty()
        && TextMatch.key(UMLAUTS.matcher(text).replaceAll(TagLinks::spelled))
            .equals(TextMatch.key(name));
  }

  private static String spelled(MatchResult umlaut) {
    return switch (umlaut.group()) {
      case "ä", "Ä" -> "ae";
      case "ö", "Ö" -> "oe";
      case "ü", "Ü" -> "ue";
      default -> "ss";
    };
  }

  private boolean isNear(int block) {
    return body.first() < 0
        || (block >= body.first() - BLOCKS_BEFORE && block <= body.end() + BLOCKS_BEHIND);
  }

  /** Many named are better than few, and a cloud of all topics names few of them. */
  private double worth(List<String> links) {
    double named = named(links) + 0.5;
    return named * named / links.size();
  }

  /** How many of the names stand in the article. */
  int named(List<String> names) {
    int named = 0;
    for (String name : names) {
      named += isNamed(name) ? 1 : 0;
    }
    return named;
  }

  private boolean isNamed(String name) {
    String part = TextMatch.key(name);
    if (part.length() >= MIN_PART_CHARS && key().contains(part)) {
      return true;
    }
    Set<String> parts = TextMatch.words(name);
    return parts.stream().allMatch(p -> key().contains(TextMatch.key(p)))
        && words().containsAll(parts);
  }

  private static boolean isList(Element group, List<String> links) {
    int chars = links.stream().mapToInt(String::length).sum();
    return chars >= group.text().length() * MIN_SHARE;
  }
}

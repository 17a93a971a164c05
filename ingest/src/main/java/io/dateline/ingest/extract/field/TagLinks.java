package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.scan.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Reads keywords off the links to topic pages that stand together near an article. */
final class TagLinks {

  private static final int MAX_CHARS = 60;
  private static final int BLOCKS_BEFORE = 8;
  private static final int BLOCKS_BEHIND = 45;

  /** Links that are less of their box's text than this stand in a sentence. */
  private static final double MIN_SHARE = 0.4;

  private TagLinks() {}

  /**
   * The texts of the largest group of such links around the body.
   *
   * @param body where the body stands
   */
  static List<String> read(Page page, KeywordReader.Span body) {
    Map<Element, List<String>> groups = new LinkedHashMap<>();
    for (Page.Spot spot : page.topicLinks()) {
      String text = spot.element().text().strip();
      Element parent = spot.element().parent();
      Element group = parent != null && parent.childrenSize() == 1 ? parent.parent() : parent;
      boolean near =
          body.first() < 0
              || (spot.block() >= body.first() - BLOCKS_BEFORE
                  && spot.block() <= body.end() + BLOCKS_BEHIND);
      if (near && !text.isEmpty() && text.length() <= MAX_CHARS && group != null) {
        groups.computeIfAbsent(group, k -> new ArrayList<>()).add(text);
      }
    }
    List<String> best = List.of();
    for (Map.Entry<Element, List<String>> group : groups.entrySet()) {
      if (group.getValue().size() > best.size() && isList(group.getKey(), group.getValue())) {
        best = group.getValue();
      }
    }
    return best;
  }

  private static boolean isList(Element group, List<String> links) {
    int chars = links.stream().mapToInt(String::length).sum();
    return chars >= group.text().length() * MIN_SHARE;
  }
}

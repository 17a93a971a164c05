package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.scan.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Reads keywords off the links to topic pages that stand together under an article. */
final class TagLinks {

  private static final int MAX_CHARS = 60;

  private TagLinks() {}

  /** The texts of the largest group of such links. */
  static List<String> read(Page page) {
    Map<Element, List<String>> groups = new LinkedHashMap<>();
    for (Page.Spot spot : page.topicLinks()) {
      String text = spot.element().text().strip();
      Element parent = spot.element().parent();
      Element group = parent != null && parent.childrenSize() == 1 ? parent.parent() : parent;
      if (!text.isEmpty() && text.length() <= MAX_CHARS && group != null) {
        groups.computeIfAbsent(group, k -> new ArrayList<>()).add(text);
      }
    }
    List<String> best = List.of();
    for (List<String> group : groups.values()) {
      if (group.size() > best.size()) {
        best = group;
      }
    }
    return best;
  }
}

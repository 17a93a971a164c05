package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Page;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells lists of links from lists that belong to the text, by the list as a whole. */
final class ListRules {

  /** A list whose characters stand in links to this share is a list of links. */
  private static final double MAX_LINK_SHARE = 0.5;

  private final Map<Integer, Boolean> linkLists = new HashMap<>();

  boolean isLinkList(Block block, Page page) {
    Box list = list(block.box());
    return list != null && linkLists.computeIfAbsent(list.index(), k -> isLinks(list, page));
  }

  private static @Nullable Box list(Box from) {
    Box list = null;
    for (Box box = from; box != null; box = box.parent()) {
      String tag = box.tag();
      if (tag.equals("ul") || tag.equals("ol")) {
        list = box;
      } else if (list != null && !tag.equals("li")) {
        break;
      }
    }
    return list;
  }

  private static boolean isLinks(Box list, Page page) {
    int chars = 0;
    int links = 0;
    for (int i = list.firstBlock(); i < list.endBlock(); i++) {
      chars += page.blocks().get(i).chars();
      links += page.blocks().get(i).linkChars();
    }
    return chars > 0 && links > chars * MAX_LINK_SHARE;
  }
}

package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which boxes are not the article by what their names say. A name never removes a box that holds a
 * large share of the running words: one magazine calls every real paragraph "paywall".
 */
final class Blocked {

  /** A boilerplate box with a larger share of the running words is the article all the same. */
  private static final double MAX_SHARE = 0.4;

  /** Comments may be longer than the article; above this share the name is wrong. */
  private static final double MAX_COMMENT_SHARE = 0.8;

  private final @Nullable Role[] roles;

  Blocked(Page page, @Nullable Box heading) {
    List<Box> boxes = page.boxes();
    roles = new @Nullable Role[boxes.size()];
    if (boxes.isEmpty()) {
      return;
    }
    int total = boxes.get(0).runWords();
    int comments = 0;
    for (Box box : boxes) {
      if (inherited(box) == null
          && box.is(Role.COMMENTS)
          && !holds(box, heading)
          && box.runWords() <= total * MAX_COMMENT_SHARE) {
        roles[box.index()] = Role.COMMENTS;
        comments += box.runWords();
      } else {
        roles[box.index()] = inherited(box);
      }
    }
    int rest = Math.max(1, total - comments);
    for (Box box : boxes) {
      if (roles[box.index()] == null) {
        Role inherited = inherited(box);
        roles[box.index()] = inherited != null ? inherited : own(box, heading, rest);
      }
    }
  }

  private @Nullable Role inherited(Box box) {
    Box parent = box.parent();
    return parent == null ? null : roles[parent.index()];
  }

  private static @Nullable Role own(Box box, @Nullable Box heading, int total) {
    if (box.tag().equals("body") || box.tag().equals("html")) {
      return null;
    }
    if (box.runWords() > total * MAX_SHARE) {
      return null;
    }
    if (box.is(Role.BODY)) {
      return null;
    }
    if (box.tag().equals("figure") || box.is(Role.CAPTION)) {
      return Role.CAPTION;
    }
    if (box.is(Role.CREDIT)) {
      return Role.CREDIT;
    }
    if (holds(box, heading)) {
      return null;
    }
    if (box.is(Role.BOILERPLATE)) {
      return Role.BOILERPLATE;
    }
    return box.is(Role.HIDDEN) ? Role.HIDDEN : null;
  }

  private static boolean holds(Box box, @Nullable Box heading) {
    return heading != null && box.encloses(heading);
  }

  /** Why a box is not the article; null when it may be. */
  @Nullable Role reason(Box box) {
    return roles[box.index()];
  }
}

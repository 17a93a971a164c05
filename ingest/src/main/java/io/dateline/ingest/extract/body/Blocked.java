package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.Role;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which boxes are not the article by what their names say. A name never removes a large share of
 * the running words, neither in one box nor in many boxes of the same name: one magazine calls
 * every real paragraph "paywall".
 */
final class Blocked {

  /** Boilerplate boxes of one name with a larger share of the running words are the article. */
  private static final double MAX_SHARE = 0.4;

  /** Comments may be longer than the article; above this share the name is wrong. */
  private static final double MAX_COMMENT_SHARE = 0.8;

  /** Longest running text that a weak name can condemn, words. */
  private static final int MAX_WEAK_WORDS = 40;

  /** Largest share of the running words in boxes of one weak name. */
  private static final double MAX_WEAK_SHARE = 0.3;

  private static final int MAX_LEDE_BLOCKS = 10;

  /** A figure with more running words is no picture with a caption. */
  private static final int MAX_FIGURE_WORDS = 110;

  private static final Set<String> PICTURES =
      Set.of("img", "picture", "video", "svg", "amp-img", "source", "figcaption");

  private static final Set<String> NO_PICTURES = Set.of("table", "blockquote");

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private final @Nullable Role[] roles;
  private final BitSet suspects = new BitSet();
  private final Map<String, Integer> wordsByName = new HashMap<>();

  Blocked(Page page, @Nullable Box heading) {
    List<Box> boxes = page.boxes();
    roles = new @Nullable Role[boxes.size()];
    if (boxes.isEmpty()) {
      return;
    }
    int total = boxes.get(0).runWords();
    int comments = 0;
    for (Box box : boxes) {
      boolean own = isComments(box, heading, total);
      roles[box.index()] = own ? Role.COMMENTS : inherited(box);
      comments += own && inherited(box) == null ? box.runWords() : 0;
    }
    countNames(boxes);
    int rest = Math.max(1, total - comments);
    for (Box box : boxes) {
      if (roles[box.index()] == null) {
        Role inherited = inherited(box);
        roles[box.index()] = inherited != null ? inherited : own(box, heading, rest);
        markSuspect(box, heading);
      }
    }
  }

  private void markSuspect(Box box, @Nullable Box heading) {
    Box parent = box.parent();
    boolean inside = parent != null && suspects.get(parent.index());
    boolean named = box.is(Role.BOILERPLATE) || box.is(Role.HIDDEN) || box.is(Role.WEAK);
    if (inside || (named && !box.is(Role.BODY) && !holds(box, heading))) {
      suspects.set(box.index());
    }
  }

  private static boolean isComments(Box box, @Nullable Box heading, int total) {
    return box.is(Role.COMMENTS)
        && !holds(box, heading)
        && box.runWords() <= total * MAX_COMMENT_SHARE;
  }

  private void countNames(List<Box> boxes) {
    for (Box box : boxes) {
      boolean named = box.is(Role.BOILERPLATE) || box.is(Role.HIDDEN) || box.is(Role.WEAK);
      if (box.runWords() > 0 && named) {
        wordsByName.merge(name(box), box.runWords(), Integer::sum);
      }
    }
  }

  private static String name(Box box) {
    String name = box.element().className();
    return box.tag()
        + ' '
        + (name.isEmpty() ? DIGITS.matcher(box.element().id()).replaceAll("") : name);
  }

  private @Nullable Role inherited(Box box) {
    Box parent = box.parent();
    return parent == null ? null : roles[parent.index()];
  }

  private @Nullable Role own(Box box, @Nullable Box heading, int total) {
    String tag = box.tag();
    boolean told = box.roles() != 0 || tag.equals("figure");
    if (!told || tag.equals("body") || tag.equals("html") || tag.equals("main")) {
      return null;
    }
    int words = Math.max(box.runWords(), wordsByName.getOrDefault(name(box), 0));
    if (words > total * MAX_SHARE) {
      return null;
    }
    if (isCaption(box, tag)) {
      return Role.CAPTION;
    }
    if (box.is(Role.CREDIT)) {
      return Role.CREDIT;
    }
    boolean lede = box.is(Role.LEDE) && isUnder(heading, box);
    if (holds(box, heading) || box.is(Role.BODY) || lede) {
      return null;
    }
    if (box.is(Role.BOILERPLATE)) {
      return Role.BOILERPLATE;
    }
    boolean weak = box.is(Role.WEAK);
    if (weak && box.runWords() <= MAX_WEAK_WORDS && words <= total * MAX_WEAK_SHARE) {
      return Role.BOILERPLATE;
    }
    return box.is(Role.HIDDEN) ? Role.HIDDEN : null;
  }

  /** A figure is about a picture unless it holds a table, a quotation or no picture at all. */
  private static boolean isCaption(Box box, String tag) {
    if (tag.equals("figure")) {
      return box.runWords() <= MAX_FIGURE_WORDS
          && !holdsAny(box, NO_PICTURES)
          && holdsAny(box, PICTURES);
    }
    boolean heading = tag.length() == 2 && tag.charAt(0) == 'h';
    return box.is(Role.CAPTION) && !box.is(Role.BODY) && !box.is(Role.LEDE) && !heading;
  }

  private static boolean holdsAny(Box box, Set<String> tags) {
    return box.element().stream().anyMatch(e -> tags.contains(e.normalName()));
  }

  /** Whether a box stands just under the headline, where a "teaser" is the lede. */
  private static boolean isUnder(@Nullable Box heading, Box box) {
    if (heading == null) {
      return false;
    }
    int away = box.firstBlock() - heading.firstBlock();
    return away >= 0 && away <= MAX_LEDE_BLOCKS;
  }

  private static boolean holds(Box box, @Nullable Box heading) {
    return heading != null && box.encloses(heading);
  }

  /** Whether a box bears, or lies in one that bears, a name that condemns small boxes only. */
  boolean isSuspect(Box box) {
    return suspects.get(box.index());
  }

  /** Why a box is not the article; null when it may be. */
  @Nullable Role reason(Box box) {
    return roles[box.index()];
  }
}

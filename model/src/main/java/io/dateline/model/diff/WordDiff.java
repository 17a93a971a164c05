package io.dateline.model.diff;

import io.dateline.model.diff.Change.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words added and removed between two texts: a shortest edit script (Myers 1986). When two
 * texts differ in more than {@value #MAX_EDITS} words, all that stands between their common
 * beginning and their common end is shown as replaced, so time and memory are bounded.
 */
public final class WordDiff {

  /** Most words added and removed that are told apart. */
  public static final int MAX_EDITS = 1_000;

  private static final Pattern WORD = Pattern.compile("\\S+\\s*|\\s+");

  private final List<String> older;
  private final List<String> newer;

  private WordDiff(List<String> older, List<String> newer) {
    this.older = older;
    this.newer = newer;
  }

  /** The changes from one text to another in reading order, neighbours of a kind in one run. */
  public static List<Change> of(String older, String newer) {
    List<String> from = words(older);
    List<String> to = words(newer);
    int head = 0;
    while (head < Math.min(from.size(), to.size()) && from.get(head).equals(to.get(head))) {
      head++;
    }
    int tail = 0;
    int most = Math.min(from.size(), to.size()) - head;
    while (tail < most && from.get(from.size() - 1 - tail).equals(to.get(to.size() - 1 - tail))) {
      tail++;
    }
    List<Change> changes = new ArrayList<>();
    from.subList(0, head).forEach(word -> changes.add(new Change(Kind.KEPT, word)));
    changes.addAll(
        new WordDiff(from.subList(head, from.size() - tail), to.subList(head, to.size() - tail))
            .script());
    from.subList(from.size() - tail, from.size())
        .forEach(word -> changes.add(new Change(Kind.KEPT, word)));
    return joined(changes);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  /** Furthest reach on each diagonal after 0, 1, 2, … edits; the last one reaches both ends. */
  private List<Change> script() {
    int limit = Math.min(MAX_EDITS, older.size() + newer.size());
    int[] reach = new int[2 * limit + 3];
    List<int[]> trace = new ArrayList<>();
    for (int edits = 0; edits <= limit; edits++) {
      trace.add(reach.clone());
      for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
        int at = limit + 1 + diagonal;
        boolean down = diagonal == -edits || (diagonal != edits && reach[at - 1] < reach[at + 1]);
        int x = down ? reach[at + 1] : reach[at - 1] + 1;
        int y = x - diagonal;
        while (x < older.size() && y < newer.size() && older.get(x).equals(newer.get(y))) {
          x++;
          y++;
        }
        reach[at] = x;
        if (x >= older.size() && y >= newer.size()) {
          return walkedBack(trace, limit);
        }
      }
    }
    return replaced();
  }

  private List<Change> replaced() {
    List<Change> changes = new ArrayList<>();
    older.forEach(word -> changes.add(new Change(Kind.REMOVED, word)));
    newer.forEach(word -> changes.add(new Change(Kind.ADDED, word)));
    return changes;
  }

  private List<Change> walkedBack(List<int[]> trace, int limit) {
    List<Change> changes = new ArrayList<>();
    int x = older.size();
    int y = newer.size();
    for (int edits = trace.size() - 1; edits >= 0; edits--) {
      int[] reach = trace.get(edits);
      int diagonal = x - y;
      int at = limit + 1 + diagonal;
      boolean down = diagonal == -edits || (diagonal != edits && reach[at - 1] < reach[at + 1]);
      int fromX = edits == 0 ? 0 : down ? reach[at + 1] : reach[at - 1];
      int fromY = edits == 0 ? 0 : fromX - (down ? diagonal + 1 : diagonal - 1);
      while (x > fromX && y > fromY) {
        changes.add(new Change(Kind.KEPT, older.get(--x)));
        y--;
      }
      if (edits > 0) {
        changes.add(
            down
                ? new Change(Kind.ADDED, newer.get(--y))
                : new Change(Kind.REMOVED, older.get(--x)));
      }
    }
    Collections.reverse(changes);
    return changes;
  }

  private static List<Change> joined(List<Change> words) {
    List<Change> runs = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      text.append(words.get(i).text());
      if (i + 1 == words.size() || words.get(i + 1).kind() != words.get(i).kind()) {
        runs.add(new Change(words.get(i).kind(), text.toString()));
        text.setLength(0);
      }
    }
    return runs;
  }
}

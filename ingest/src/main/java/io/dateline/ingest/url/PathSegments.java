package io.dateline.ingest.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The segments of a path while it is read: dots go up, encoded dots too (WHATWG URL, path state).
 */
final class PathSegments {
  private final List<String> path = new ArrayList<>();

  /** The segments themselves. */
  List<String> list() {
    return path;
  }

  /** Appends the segments of a text. */
  void take(String text, String scheme) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean end = i == text.length();
      if (end || UrlParser.isSlash(text.charAt(i), scheme)) {
        segment(text.substring(start, i), end, scheme);
        start = i + 1;
      }
    }
  }

  /** Goes one segment up; a drive letter stays. */
  void shorten(String scheme) {
    boolean drive = scheme.equals("file") && path.size() == 1 && Drives.isNormal(path.getFirst());
    if (!path.isEmpty() && !drive) {
      path.removeLast();
    }
  }

  private void segment(String raw, boolean last, String scheme) {
    String folded = raw.toLowerCase(Locale.ROOT).replace("%2e", ".");
    if (folded.equals("..")) {
      shorten(scheme);
      if (last) {
        path.add("");
      }
    } else if (folded.equals(".")) {
      if (last) {
        path.add("");
      }
    } else if (scheme.equals("file") && path.isEmpty() && Drives.isDrive(raw)) {
      path.add(raw.charAt(0) + ":");
    } else {
      path.add(Percent.encode(raw, Percent.PATH));
    }
  }
}

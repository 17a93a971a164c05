package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules look at besides a block: the page, what is known, and what was found so far. */
final class Context {
  final Page page;
  final Known known;
  final Blocked blocked;
  final Box container;
  final @Nullable Box heading;
  final Set<String> seen = new HashSet<>();
  final Set<String> titleKeys = new HashSet<>();
  final List<Set<String>> titleWords = new ArrayList<>();
  private int shortestTitle = Integer.MAX_VALUE;
  private int longestTitle;
  private int longestAuthor;
  final Set<String> authorKeys = new HashSet<>();
  final Set<String> descriptionWords;

  Context(Page page, Known known, Blocked blocked, Box container, @Nullable Box heading) {
    this.page = page;
    this.known = known;
    this.blocked = blocked;
    this.container = container;
    this.heading = heading;
    for (String title : known.titles()) {
      titleKeys.add(TextMatch.key(title));
      shortestTitle = Math.min(shortestTitle, title.length());
      longestTitle = Math.max(longestTitle, title.length());
      titleWords.add(TextMatch.words(title));
    }
    for (String author : known.authors()) {
      authorKeys.add(TextMatch.key(author));
      longestAuthor = Math.max(longestAuthor, author.length());
    }
    String description = known.description();
    descriptionWords = description == null ? Set.of() : TextMatch.words(description);
  }

  /** Whether a text could be no more than the name of an author. */
  boolean isAuthorLength(String text) {
    return text.length() <= longestAuthor + 12;
  }

  /** Whether a text could be a title by its length alone. */
  boolean isTitleLength(String text) {
    return text.length() >= shortestTitle - 8 && text.length() <= longestTitle + 12;
  }
}

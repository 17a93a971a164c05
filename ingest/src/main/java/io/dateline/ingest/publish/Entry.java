package io.dateline.ingest.publish;

import io.dateline.ingest.frontier.Mark;
import io.dateline.model.Article;
import io.dateline.model.EventHeaders;
import io.dateline.model.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one step writes, all of it or nothing.
 *
 * @param article a version to publish
 * @param headers of the article
 * @param rejection what left the line
 * @param marks what the frontier learns
 * @param outcome what it comes to
 */
public record Entry(
    @Nullable Article article,
    @Nullable EventHeaders headers,
    @Nullable Rejection rejection,
    List<Mark> marks,
    Outcome outcome) {

  /** What a step comes to. */
  public enum Outcome {
    /** A version was published. */
    PUBLISHED,
    /** The article was known as it is. */
    UNCHANGED,
    /** It left the line. */
    REJECTED,
    /** Only the frontier learned something. */
    NOTED
  }

  /** Copies the marks. */
  public Entry {
    marks = List.copyOf(marks);
  }

  /** Marks and nothing else. */
  public static Entry noted(List<Mark> marks) {
    return new Entry(null, null, null, marks, Outcome.NOTED);
  }

  /** Nothing new of an article. */
  public static Entry unchanged(List<Mark> marks) {
    return new Entry(null, null, null, marks, Outcome.UNCHANGED);
  }

  /** Something left the line. */
  public static Entry rejected(Rejection rejection, List<Mark> marks) {
    return new Entry(null, null, rejection, marks, Outcome.REJECTED);
  }
}

package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.model.Dateline;
import io.dateline.model.Paragraph;
import io.dateline.model.Removal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins the kept blocks to paragraphs and takes dateline and sign-off out of them. */
public final class TextJoiner {

  private static final int MAX_REMOVALS = 200;

  /** Uses the word lists given. */
  public TextJoiner(Wordings wordings) {}

  /**
   * The text of an article.
   *
   * @param paragraphs in reading order
   * @param dateline taken out of the first paragraph
   * @param removed what was taken out
   */
  public record Joined(
      List<Paragraph> paragraphs, @Nullable Dateline dateline, List<Removal> removed) {

    /** Copies the lists. */
    public Joined {
      paragraphs = List.copyOf(paragraphs);
      removed = List.copyOf(removed);
    }
  }

  /** Joins the blocks of a body. */
  public Joined join(Body body) {
    List<Paragraph> paragraphs = new ArrayList<>();
    List<Removal> removed = new ArrayList<>();
    for (int i = 0; i < body.blocks().size(); i++) {
      Block block = body.blocks().get(i);
      switch (body.verdicts().get(i)) {
        case Verdict.Kept kept -> paragraphs.add(new Paragraph(kept.kind(), block.text()));
        case Verdict.Cut cut -> {
          if (!cut.rule().startsWith("outside") && removed.size() < MAX_REMOVALS) {
            removed.add(new Removal(cut.kind(), block.text()));
          }
        }
      }
    }
    return new Joined(paragraphs, null, removed);
  }
}

package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.TimeBudget;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the blocks of the body: container, classification, lede, tail. */
public final class BodyFinder {

  private final BlockClassifier classifier;
  private final LedeFinder ledes;
  private final TailTrimmer tail;

  /** Uses the word lists given. */
  public BodyFinder(Wordings wordings) {
    classifier = new BlockClassifier(wordings);
    ledes = new LedeFinder();
    tail = new TailTrimmer(wordings);
  }

  /**
   * Decides on every block of a page.
   *
   * @param page the scanned page
   * @param known title and teaser already known
   * @param budget stops the work when spent
   */
  public Body find(Page page, Known known, TimeBudget budget) {
    Box heading = Headings.main(page, known);
    Blocked blocked = new Blocked(page, heading);
    Box container = ContainerFinder.find(page, blocked);
    List<Block> blocks = page.blocks();
    @Nullable Verdict[] verdicts = new @Nullable Verdict[blocks.size()];
    if (container == null) {
      return new Body(
          null, blocks, List.of(verdicts.length == 0 ? new Verdict[0] : fill(verdicts)));
    }
    BlockClassifier.Context context =
        new BlockClassifier.Context(page, known, blocked, container, heading);
    for (int i = container.firstBlock(); i < container.endBlock() && !budget.spent(); i++) {
      verdicts[i] = classifier.classify(blocks.get(i), context);
    }
    ledes.add(page, known, context, verdicts);
    tail.trim(context, verdicts);
    return new Body(container, blocks, List.of(fill(verdicts)));
  }

  private static Verdict[] fill(@Nullable Verdict[] verdicts) {
    List<Verdict> filled = new ArrayList<>(verdicts.length);
    for (Verdict verdict : verdicts) {
      filled.add(verdict == null ? BlockClassifier.OUTSIDE : verdict);
    }
    return filled.toArray(new Verdict[0]);
  }
}

package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.TimeBudget;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the blocks of the body: container, classification, lede, head and tail. */
public final class BodyFinder {

  private final BlockClassifier classifier;
  private final LedeFinder ledes;
  private final TailTrimmer tail;

  /** Uses the word lists given. */
  public BodyFinder(Wordings wordings) {
    classifier = new BlockClassifier(wordings);
    ledes = new LedeFinder(wordings);
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
    return find(page, known, budget, null);
  }

  /** The same in a container that is known; null: it is looked for. */
  public Body find(Page page, Known known, TimeBudget budget, @Nullable Box within) {
    Box heading = Headings.main(page, known);
    Blocked blocked = new Blocked(page, heading);
    Box container = within == null ? ContainerFinder.find(page, blocked) : within;
    List<Block> blocks = page.blocks();
    @Nullable Verdict[] verdicts = new @Nullable Verdict[blocks.size()];
    if (container != null) {
      Context context = new Context(page, known, blocked, container, heading);
      judge(context, verdicts, budget);
    }
    return new Body(container, blocks, fill(verdicts, blocks, blocked));
  }

  private void judge(Context context, @Nullable Verdict[] verdicts, TimeBudget budget) {
    Box container = context.container;
    BlockClassifier.Finders finders =
        new BlockClassifier.Finders(new CaptionFinder(context.page, container), new ListRules());
    ledes.add(context, verdicts);
    for (int i = container.firstBlock(); i < container.endBlock() && !budget.spent(); i++) {
      verdicts[i] = classifier.classify(context.page.blocks().get(i), context, finders);
    }
    HeadTrimmer.trim(context, verdicts);
    CardRules.trim(context, verdicts);
    LooseRules.trim(context, verdicts);
    tail.trim(context, verdicts);
  }

  private static List<Verdict> fill(
      @Nullable Verdict[] verdicts, List<Block> blocks, Blocked blocked) {
    List<Verdict> filled = new ArrayList<>(verdicts.length);
    for (int i = 0; i < verdicts.length; i++) {
      Verdict verdict = verdicts[i];
      filled.add(
          verdict == null ? BlockClassifier.outside(blocked.reason(blocks.get(i).box())) : verdict);
    }
    return filled;
  }
}

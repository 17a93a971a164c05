package io.dateline.ingest.extract.outlet;

import io.dateline.ingest.extract.body.BlockClassifier;
import io.dateline.ingest.extract.body.Body;
import io.dateline.ingest.extract.body.Verdict;
import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.model.Removal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The body of a page whose outlet says where it is. */
public final class OutletBody {

  private static final Verdict OUTSIDE =
      new Verdict.Cut(Removal.Kind.BOILERPLATE, "outside-selector");
  private static final String RULE = "selector";

  private final Page page;
  private final BitSet inside = new BitSet();

  private OutletBody(Page page, Said said) {
    this.page = page;
    for (Box box : page.boxes()) {
      Box parent = box.parent();
      boolean within = parent != null && inside.get(parent.index());
      inside.set(box.index(), within || said.body().contains(box.element()));
    }
  }

  /**
   * The body as the selectors say, else as the generic rules find it.
   *
   * @param generic the body by the generic rules, in a container or, for null, wherever they find
   *     it
   */
  public static Body find(Page page, Said said, Function<@Nullable Box, Body> generic) {
    if (!said.saysBody()) {
      return generic.apply(null);
    }
    OutletBody own = new OutletBody(page, said);
    Box container = own.container();
    Body body = container == null ? null : own.body(said.isExact(), container, generic);
    boolean hit = body != null && body.words() > 0;
    said.note(said.isExact() ? Part.PARAGRAPHS : Part.BODY, hit);
    return hit && body != null ? body : generic.apply(null);
  }

  private Body body(boolean exact, Box container, Function<@Nullable Box, Body> generic) {
    if (!exact) {
      Body judged = within(generic.apply(container));
      if (judged.words() > 0) {
        return judged;
      }
    }
    List<Verdict> verdicts = new ArrayList<>();
    for (Block block : page.blocks()) {
      boolean kept = inside.get(block.box().index());
      verdicts.add(kept ? new Verdict.Kept(BlockClassifier.kind(block), RULE) : OUTSIDE);
    }
    return new Body(container, page.blocks(), verdicts);
  }

  /** What the rules kept elsewhere, a lede say, goes. */
  private Body within(Body judged) {
    List<Verdict> verdicts = new ArrayList<>(judged.verdicts());
    for (Block block : page.blocks()) {
      boolean kept = verdicts.get(block.index()) instanceof Verdict.Kept;
      if (kept && !inside.get(block.box().index())) {
        verdicts.set(block.index(), OUTSIDE);
      }
    }
    return new Body(judged.container(), judged.blocks(), verdicts);
  }

  /** The smallest box around all that was selected; null when nothing was. */
  private @Nullable Box container() {
    Box all = null;
    for (Box box : page.boxes()) {
      if (inside.get(box.index()) && box.firstBlock() < box.endBlock()) {
        all = all == null ? box : around(all, box);
      }
    }
    return all;
  }

  private static @Nullable Box around(Box box, Box other) {
    Box at = box;
    while (at != null && !at.encloses(other)) {
      at = at.parent();
    }
    return at;
  }
}

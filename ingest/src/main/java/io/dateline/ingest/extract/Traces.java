package io.dateline.ingest.extract;

import io.dateline.ingest.extract.body.Body;
import io.dateline.ingest.extract.body.Verdict;
import io.dateline.ingest.extract.outlet.Part;
import io.dateline.ingest.extract.outlet.Said;
import io.dateline.ingest.extract.outlet.SelectorUse;
import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.model.Article;
import io.dateline.model.Rejection;
import io.dateline.model.Removal;
import java.util.ArrayList;
import java.util.List;

/** Writes the account of a page, when one is asked for. */
final class Traces {

  private final boolean wanted;
  private final Body body;
  private final Said said;

  Traces(boolean wanted, Body body, Said said) {
    this.said = said;
    this.wanted = wanted;
    this.body = body;
  }

  Explained dropped(Rejection rejection) {
    return new Explained(new ExtractResult.Dropped(rejection), wanted ? blocks() : List.of());
  }

  Explained extracted(Article article, String type) {
    SelectorUse use = said.use();
    ExtractResult result = new ExtractResult.Extracted(article, use);
    if (!wanted) {
      return new Explained(result, List.of());
    }
    List<TraceLine> lines = new ArrayList<>(use == null ? List.of() : selectors(use));
    lines.add(new TraceLine("type", "chosen", "type-classifier", type));
    Box box = body.container();
    if (box != null) {
      String name = box.tag() + (box.element().id().isEmpty() ? "" : "#" + box.element().id());
      lines.add(new TraceLine("container", "chosen", "container-finder", name));
    }
    lines.add(new TraceLine("headline", "chosen", "title-chooser", article.text().headline()));
    lines.add(new TraceLine("published", "chosen", "date-reader", article.dates().toString()));
    lines.add(new TraceLine("credits", "chosen", "author-reader", article.credits().toString()));
    if (article.dateline() != null) {
      lines.add(new TraceLine("dateline", "cut", "dateline-reader", article.dateline().raw()));
    }
    lines.add(new TraceLine("access", "chosen", "access-reader", article.rights().toString()));
    lines.addAll(blocks());
    lines.addAll(behindTheText(article));
    return new Explained(result, lines);
  }

  /** What was taken out of blocks that were kept. */
  private static List<TraceLine> behindTheText(Article article) {
    return article.removed().stream()
        .filter(r -> r.kind() == Removal.Kind.SIGN_OFF || r.kind() == Removal.Kind.CORRECTION)
        .map(r -> new TraceLine(r.kind().id(), "cut", "text-joiner", r.text()))
        .toList();
  }

  private static List<TraceLine> selectors(SelectorUse use) {
    List<TraceLine> lines = new ArrayList<>();
    for (Part part : Part.values()) {
      if (use.found().contains(part)) {
        lines.add(new TraceLine(part.id(), "selected", use.version(), ""));
      } else if (use.isMissed(part)) {
        lines.add(new TraceLine(part.id(), "missed", use.version(), "the selector found nothing"));
      }
    }
    return lines;
  }

  private List<TraceLine> blocks() {
    List<TraceLine> lines = new ArrayList<>();
    for (int i = 0; i < body.blocks().size(); i++) {
      Block block = body.blocks().get(i);
      Verdict verdict = body.verdicts().get(i);
      String done =
          switch (verdict) {
            case Verdict.Kept kept -> "kept";
            case Verdict.Cut cut -> "cut";
          };
      lines.add(new TraceLine("block " + block.tag(), done, verdict.rule(), block.text()));
    }
    return lines;
  }
}

package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.Role;
import io.dateline.model.Paragraph;
import io.dateline.model.Removal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether a block inside the container belongs to the running text. */
final class BlockClassifier {

  /** Not inside the container. */
  static final Verdict OUTSIDE = new Verdict.Cut(Removal.Kind.BOILERPLATE, "outside");

  private static final int MAX_FACT_WORDS = 30;
  private static final int MAX_OPENER_WORDS = 40;
  private static final double LINK_ONLY = 0.9;

  private final Wordings.Phrases openers;
  private final Wordings.Phrases wholes;
  private final CreditReader credits;

  BlockClassifier(Wordings wordings) {
    openers = wordings.section("opener");
    wholes = wordings.section("whole");
    credits = new CreditReader(wordings);
  }

  /** What the rules look at besides the block. */
  static final class Context {
    final Page page;
    final Known known;
    final Blocked blocked;
    final Box container;
    final @Nullable Box heading;
    final Set<String> seen = new HashSet<>();
    final Set<String> titles = new HashSet<>();

    Context(Page page, Known known, Blocked blocked, Box container, @Nullable Box heading) {
      this.page = page;
      this.known = known;
      this.blocked = blocked;
      this.container = container;
      this.heading = heading;
      for (String title : known.titles()) {
        titles.add(TextMatch.key(title));
      }
    }
  }

  Verdict classify(Block block, Context context) {
    Role role = context.blocked.reason(block.box());
    if (role != null) {
      return cut(role);
    }
    Verdict fact = fact(block, context);
    if (fact != null) {
      return fact;
    }
    Verdict boilerplate = boilerplate(block);
    if (boilerplate != null) {
      return boilerplate;
    }
    String key = TextMatch.key(block.text());
    if (key.isEmpty()) {
      return new Verdict.Cut(Removal.Kind.BOILERPLATE, "no-words");
    }
    if (block.words() >= 4 && !context.seen.add(key)) {
      return new Verdict.Cut(Removal.Kind.BOILERPLATE, "repeated");
    }
    return new Verdict.Kept(kind(block), "running");
  }

  private static Verdict cut(Role role) {
    return switch (role) {
      case CAPTION -> new Verdict.Cut(Removal.Kind.CAPTION, "caption");
      case CREDIT -> new Verdict.Cut(Removal.Kind.CREDIT, "credit");
      case BYLINE -> new Verdict.Cut(Removal.Kind.BYLINE, "byline");
      case KICKER -> new Verdict.Cut(Removal.Kind.KICKER, "kicker");
      case BOILERPLATE, COMMENTS, DATE, META, TAGS, HIDDEN, LEDE, BODY, TITLE, LOCATION ->
          new Verdict.Cut(Removal.Kind.BOILERPLATE, role.name().toLowerCase(java.util.Locale.ROOT));
    };
  }

  /** Title, kicker, byline, date and the like, which have fields of their own. */
  private @Nullable Verdict fact(Block block, Context context) {
    if (block.box() == context.heading
        || block.tag().equals("h1")
        || block.words() <= MAX_FACT_WORDS
            && context.titles.contains(TextMatch.key(block.text()))) {
      return new Verdict.Cut(Removal.Kind.BOILERPLATE, "title");
    }
    if (block.words() > MAX_FACT_WORDS) {
      return null;
    }
    Box box = block.box();
    while (box != null && box != context.container) {
      Verdict verdict = factByRole(box);
      if (verdict != null) {
        return verdict;
      }
      box = box.parent();
    }
    return null;
  }

  private static @Nullable Verdict factByRole(Box box) {
    if (box.runWords() > 60) {
      return null;
    }
    if (box.is(Role.BYLINE)) {
      return cut(Role.BYLINE);
    }
    if (box.is(Role.KICKER)) {
      return cut(Role.KICKER);
    }
    if (box.is(Role.TAGS)) {
      return cut(Role.TAGS);
    }
    return box.is(Role.DATE) || box.is(Role.META) ? cut(Role.META) : null;
  }

  private @Nullable Verdict boilerplate(Block block) {
    if (wholes.isWhole(block.text())) {
      return new Verdict.Cut(Removal.Kind.BOILERPLATE, "label");
    }
    if (credits.isCredit(block.text())) {
      return new Verdict.Cut(Removal.Kind.CREDIT, "credit-line");
    }
    if (block.words() <= MAX_OPENER_WORDS && openers.opens(block.text())) {
      return new Verdict.Cut(Removal.Kind.BOILERPLATE, "opener");
    }
    if (block.linkShare() >= LINK_ONLY && block.words() < MAX_FACT_WORDS) {
      return new Verdict.Cut(Removal.Kind.BOILERPLATE, "links");
    }
    return null;
  }

  private static Paragraph.Kind kind(Block block) {
    if (block.isHeading()) {
      return Paragraph.Kind.SUBHEAD;
    }
    if (block.tag().equals("li") || block.box().nearest("li") != null) {
      return Paragraph.Kind.LIST_ITEM;
    }
    return block.box().nearest("blockquote") != null
        ? Paragraph.Kind.QUOTE
        : Paragraph.Kind.PARAGRAPH;
  }
}

package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Role;
import io.dateline.model.Paragraph;
import io.dateline.model.Removal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides whether a block inside the container belongs to the running text. */
public final class BlockClassifier {

  /** Not inside the container. */
  private static final Verdict OUTSIDE = new Verdict.Cut(Removal.Kind.BOILERPLATE, "outside");

  private static final int MAX_LINK_WORDS = 30;
  private static final int MAX_OPENER_WORDS = 40;
  private static final int MAX_CONSENT_WORDS = 200;
  private static final int MIN_REPEATED_WORDS = 4;
  private static final double LINK_ONLY = 0.9;

  /** What a content system did not carry out: "[button link='…']Send it[/button]". */
  private static final Pattern SHORT_CODE =
      Pattern.compile("\\[(\\w+) [^\\]]*=[^\\]]*\\].*\\[/\\1\\]");

  private final Wordings.Phrases openers;
  private final Wordings.Phrases consents;
  private final Wordings.Phrases wholes;
  private final Appeals appeals;
  private final CreditReader credits;
  private final FactRules facts;

  BlockClassifier(Wordings wordings) {
    openers = wordings.section("opener");
    consents = wordings.section("consent");
    wholes = wordings.section("whole");
    appeals = new Appeals(wordings);
    credits = new CreditReader(wordings);
    facts = new FactRules(wordings);
  }

  /** The verdict on what lies outside the container; names the role that blocked it, if any. */
  static Verdict outside(@Nullable Role blocked) {
    return blocked == null
        ? OUTSIDE
        : new Verdict.Cut(Removal.Kind.BOILERPLATE, "outside-" + blocked);
  }

  /** Helpers made once for each page. */
  record Finders(CaptionFinder captions, ListRules lists) {}

  Verdict classify(Block block, Context context, Finders finders) {
    Role role = context.blocked.reason(block.box());
    if (role != null) {
      return cut(role);
    }
    Verdict fact = facts.judge(block, context);
    if (fact != null) {
      return fact;
    }
    if (finders.captions.isCaption(block)) {
      return new Verdict.Cut(Removal.Kind.CAPTION, "beside-picture");
    }
    Verdict boilerplate = boilerplate(block);
    if (boilerplate != null) {
      return boilerplate;
    }
    if (finders.lists.isLinkList(block, context.page)) {
      return new Verdict.Cut(Removal.Kind.BOILERPLATE, "link-list");
    }
    if (block.words() == 0) {
      return new Verdict.Cut(Removal.Kind.BOILERPLATE, "no-words");
    }
    if (block.words() >= MIN_REPEATED_WORDS && !context.seen.add(block.text())) {
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
      case BOILERPLATE, WEAK, COMMENTS, DATE, META, TAGS, HIDDEN, LEDE, BODY, TITLE, LOCATION ->
          new Verdict.Cut(Removal.Kind.BOILERPLATE, role.name().toLowerCase(Locale.ROOT));
    };
  }

  private @Nullable Verdict boilerplate(Block block) {
    if (wholes.isWhole(block.text()) || isUnderLabel(block)) {
      return new Verdict.Cut(Removal.Kind.BOILERPLATE, "label");
    }
    if (SHORT_CODE.matcher(block.text()).matches()) {
      return new Verdict.Cut(Removal.Kind.BOILERPLATE, "short-code");
    }
    if (credits.isCredit(block.text())) {
      return new Verdict.Cut(Removal.Kind.CREDIT, "credit-line");
    }
    if (block.words() <= MAX_CONSENT_WORDS && consents.opens(block.text())) {
      return new Verdict.Cut(Removal.Kind.BOILERPLATE, "consent");
    }
    if (block.words() <= MAX_OPENER_WORDS && openers.opens(unbracketed(block.text()))) {
      return new Verdict.Cut(Removal.Kind.BOILERPLATE, "opener");
    }
    if (appeals.isAppeal(block)) {
      return new Verdict.Cut(Removal.Kind.BOILERPLATE, "appeal");
    }
    if (block.linkShare() >= LINK_ONLY && block.words() < MAX_LINK_WORDS) {
      return new Verdict.Cut(Removal.Kind.BOILERPLATE, "links");
    }
    return null;
  }

  /** "(Reporting by ...; editing by ...)" without its first bracket. */
  private static String unbracketed(String text) {
    return text.startsWith("(") ? text.substring(1) : text;
  }

  /** "Tags", a line break, and the tags. */
  private boolean isUnderLabel(Block block) {
    int end = block.text().indexOf('\n');
    return end > 0
        && block.words() <= MAX_OPENER_WORDS
        && wholes.isWhole(block.text().substring(0, end));
  }

  /** What kind of paragraph a kept block is, by the elements around it. */
  public static Paragraph.Kind kind(Block block) {
    if (block.isHeading()) {
      return Paragraph.Kind.SUBHEAD;
    }
    if (block.box().nearest("li") != null) {
      return Paragraph.Kind.LIST_ITEM;
    }
    return block.box().nearest("blockquote") != null
        ? Paragraph.Kind.QUOTE
        : Paragraph.Kind.PARAGRAPH;
  }
}

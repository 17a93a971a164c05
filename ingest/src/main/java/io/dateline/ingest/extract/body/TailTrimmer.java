package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.model.Removal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts what hangs behind the article inside its container: related lists, headings of nothing. */
final class TailTrimmer {

  private static final int MAX_HEAD_WORDS = 7;
  private static final int MIN_BIO_PLACE = 3;
  private static final int MAX_EMPTY_HEADS = 2;
  private static final int MIN_NAME_CHARS = 6;
  private static final int MIN_FIRST_CHARS = 4;

  private final Wordings.Phrases relatedHeads;
  private final ContactLines contacts;

  TailTrimmer(Wordings wordings) {
    relatedHeads = wordings.section("relatedhead");
    contacts = new ContactLines(wordings);
  }

  void trim(Context context, @Nullable Verdict[] verdicts) {
    List<Block> blocks = context.page.blocks();
    int end = context.container.endBlock();
    int start = context.container.firstBlock();
    cutRelated(blocks, verdicts, start, end);
    cutBio(context, blocks, verdicts);
    cutTail(blocks, verdicts, start, end);
  }

  /**
   * A heading of related things cuts all that follows up to the next real sentence that no other
   * rule has cut, but nothing outside the box that the heading shares with it.
   */
  private void cutRelated(List<Block> blocks, @Nullable Verdict[] verdicts, int start, int end) {
    for (int i = start; i < end; i++) {
      Block head = blocks.get(i);
      boolean label = head.isHeading() || head.words() <= MAX_HEAD_WORDS;
      if (!label || !relatedHeads.isWhole(head.text())) {
        continue;
      }
      verdicts[i] = new Verdict.Cut(Removal.Kind.BOILERPLATE, "related-head");
      int last = Math.min(end, endOfSection(head));
      for (int j = i + 1; j < last; j++) {
        if (!(verdicts[j] instanceof Verdict.Cut) && isText(blocks.get(j))) {
          break;
        }
        verdicts[j] = new Verdict.Cut(Removal.Kind.BOILERPLATE, "related");
      }
    }
  }

  /** One behind the last block of the smallest box that holds more than the heading. */
  private static int endOfSection(Block head) {
    Box box = head.box();
    Box parent = box.parent();
    while (parent != null && box.endBlock() <= head.index() + 1) {
      box = parent;
      parent = box.parent();
    }
    return box.endBlock();
  }

  private static boolean isText(Block block) {
    return block.words() >= 8
        && block.linkShare() < 0.4
        && !block.isHeading()
        && block.box().nearest("li") == null
        && Sentences.isEnded(block.text());
  }

  /**
   * The last paragraphs, when they start with an author's name, tell about the author, or how to
   * reach her.
   */
  private void cutBio(Context context, List<Block> blocks, @Nullable Verdict[] verdicts) {
    int seen = 0;
    for (int i = context.container.endBlock() - 1;
        i > context.container.firstBlock() && seen < MIN_BIO_PLACE;
        i--) {
      if (!(verdicts[i] instanceof Verdict.Kept)) {
        continue;
      }
      seen++;
      String text = ContactLines.withoutMark(blocks.get(i).text());
      if (contacts.is(text)) {
        verdicts[i] = new Verdict.Cut(Removal.Kind.BYLINE, "contact");
      }
      for (String author : context.known.authors()) {
        if (opens(text, author)) {
          verdicts[i] = new Verdict.Cut(Removal.Kind.BYLINE, "author-bio");
        }
      }
    }
  }

  /** "Jane Doe is …", and "Jane is …" where the first name is no article. */
  private static boolean opens(String text, String author) {
    int space = author.indexOf(' ');
    if (space <= 0 || author.length() < MIN_NAME_CHARS) {
      return false;
    }
    boolean told = text.length() > space + 1 && Character.isLowerCase(text.charAt(space + 1));
    boolean first = space >= MIN_FIRST_CHARS && text.startsWith(author.substring(0, space + 1));
    return text.startsWith(author) || (told && first);
  }

  /** A heading or label with nothing behind it goes; many of them are a list with pictures. */
  private static void cutTail(
      List<Block> blocks, @Nullable Verdict[] verdicts, int start, int end) {
    List<Integer> heads = new ArrayList<>();
    for (int i = end - 1; i >= start; i--) {
      if (verdicts[i] instanceof Verdict.Kept) {
        Block block = blocks.get(i);
        boolean label = block.words() <= MAX_HEAD_WORDS && block.text().endsWith(":");
        if (!block.isHeading() && !label) {
          break;
        }
        heads.add(i);
      }
    }
    if (heads.size() > MAX_EMPTY_HEADS) {
      return;
    }
    for (int i : heads) {
      verdicts[i] = new Verdict.Cut(Removal.Kind.BOILERPLATE, "empty-head");
    }
  }
}

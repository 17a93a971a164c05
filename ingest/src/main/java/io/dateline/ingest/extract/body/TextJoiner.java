package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Role;
import io.dateline.ingest.extract.scan.Words;
import io.dateline.model.Dateline;
import io.dateline.model.Paragraph;
import io.dateline.model.Removal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins the kept blocks to paragraphs and takes dateline, sign-off and correction out of them. */
public final class TextJoiner {

  /** Most removals kept for one article. */
  private static final int MAX_REMOVALS = 200;

  /** How many paragraphs at the end may be sign-offs. */
  private static final int MAX_SIGN_OFFS = 3;

  private static final int MAX_CORRECTION_WORDS = 120;

  private final DatelineReader datelines;
  private final SignOffReader signOffs;
  private final Wordings.Phrases corrections;
  private final LinkNotes linkNotes;

  /** Uses the word lists given. */
  public TextJoiner(Wordings wordings, Agencies agencies) {
    datelines = new DatelineReader(agencies);
    signOffs = new SignOffReader(agencies);
    corrections = wordings.section("correction");
    linkNotes = new LinkNotes(wordings);
  }

  /**
   * The text of an article.
   *
   * @param paragraphs in reading order
   * @param dateline taken off the first paragraph
   * @param agencies named by dateline and sign-off
   * @param correction a note of correction
   * @param removed what was taken out
   * @param words about how many words the paragraphs hold
   */
  public record Joined(
      List<Paragraph> paragraphs,
      @Nullable Dateline dateline,
      List<String> agencies,
      @Nullable String correction,
      List<Removal> removed,
      int words) {

    /** Copies the lists. */
    public Joined {
      paragraphs = List.copyOf(paragraphs);
      agencies = List.copyOf(agencies);
      removed = List.copyOf(removed);
    }
  }

  /** Joins the blocks of a body. */
  public Joined join(Body body) {
    List<Part> parts = new ArrayList<>();
    List<Removal> removed = new ArrayList<>();
    for (int i = 0; i < body.blocks().size(); i++) {
      Block block = body.blocks().get(i);
      switch (body.verdicts().get(i)) {
        case Verdict.Kept kept -> parts.add(part(kept, block));
        case Verdict.Cut cut -> {
          if (!cut.rule().startsWith("outside") && removed.size() < MAX_REMOVALS) {
            removed.add(new Removal(cut.kind(), block.text()));
          }
        }
      }
    }
    return finish(parts, removed);
  }

  private Part part(Verdict.Kept kept, Block block) {
    String text = linkNotes.without(block.text());
    boolean located = Role.LOCATION.in(block.leadRoles()) || Role.DATE.in(block.leadRoles());
    return text.equals(block.text())
        ? new Part(kept.kind(), text, block.lead(), located, block.words())
        : new Part(kept.kind(), text, 0, false, Words.count(text));
  }

  /** Joins paragraphs of plain text. */
  public Joined join(List<Paragraph> paragraphs, List<Removal> removedBefore) {
    List<Part> parts = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      parts.add(
          new Part(paragraph.kind(), paragraph.text(), 0, false, Words.count(paragraph.text())));
    }
    return finish(parts, new ArrayList<>(removedBefore));
  }

  private record Part(Paragraph.Kind kind, String text, int lead, boolean located, int words) {

    Part with(String rest) {
      return new Part(kind, rest, 0, false, words);
    }
  }

  private Joined finish(List<Part> parts, List<Removal> removed) {
    List<String> agencies = new ArrayList<>();
    String correction = takeCorrection(parts, removed);
    Dateline dateline = takeDateline(parts, removed);
    if (dateline != null && dateline.agency() != null) {
      agencies.add(dateline.agency());
    }
    takeSignOffs(parts, removed, agencies);
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Part part : parts) {
      if (!part.text.isBlank()) {
        paragraphs.add(new Paragraph(part.kind, part.text));
      }
    }
    int words = parts.stream().mapToInt(Part::words).sum();
    return new Joined(paragraphs, dateline, agencies, correction, removed, words);
  }

  /** The dateline opens the first real paragraph; a lede may stand before it. */
  private @Nullable Dateline takeDateline(List<Part> parts, List<Removal> removed) {
    int looked = 0;
    for (int i = 0; i < parts.size() && looked < 2; i++) {
      Part part = parts.get(i);
      if (part.kind == Paragraph.Kind.SUBHEAD || part.kind == Paragraph.Kind.LIST_ITEM) {
        continue;
      }
      looked++;
      DatelineReader.Found found = datelines.read(part.text, part.lead, part.located);
      if (found != null && !found.rest().isBlank()) {
        parts.set(i, part.with(found.rest()));
        removed.add(new Removal(Removal.Kind.DATELINE, found.dateline().raw()));
        return found.dateline();
      }
    }
    return null;
  }

  private void takeSignOffs(List<Part> parts, List<Removal> removed, List<String> agencies) {
    for (int n = 0; n < MAX_SIGN_OFFS && !parts.isEmpty(); n++) {
      int last = parts.size() - 1;
      SignOffReader.Found found = signOffs.read(parts.get(last).text);
      if (found == null || (parts.size() == 1 && found.rest().isEmpty())) {
        return;
      }
      removed.add(new Removal(Removal.Kind.SIGN_OFF, found.raw()));
      for (String agency : found.agencies()) {
        if (!agencies.contains(agency)) {
          agencies.add(agency);
        }
      }
      parts.set(last, parts.get(last).with(found.rest()));
      if (!found.rest().isEmpty()) {
        return;
      }
      parts.remove(last);
    }
  }

  private @Nullable String takeCorrection(List<Part> parts, List<Removal> removed) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      boolean edge = i < 2 || i >= parts.size() - 4;
      String text = parts.get(i).text;
      if (edge && text.length() < MAX_CORRECTION_WORDS * 10 && corrections.opens(text)) {
        parts.remove(i);
        removed.add(new Removal(Removal.Kind.CORRECTION, text));
        return text;
      }
    }
    return null;
  }
}

package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.Wordings;
import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.meta.MetaTags;
import io.dateline.ingest.extract.scan.Block;
import io.dateline.model.Rights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads rights and reservations, and tells from what is visible whether the text is only a teaser.
 */
public final class AccessReader {

  /** A body with more words is no teaser, whatever a flag says. */
  private static final int MAX_TEASER_WORDS = 220;

  private static final int MAX_WALL_WORDS = 30;
  private static final int BLOCKS_LOOKED_AT = 40;

  private final Wordings.Phrases walls;

  /** Uses the word lists given. */
  public AccessReader(Wordings wordings) {
    walls = wordings.section("paywall");
  }

  /**
   * What rights are read from.
   *
   * @param blocks all blocks of the page
   * @param bodyEnd one behind the last block of the body
   * @param bodyWords words of the body
   * @param lastText its last paragraph
   */
  public record Source(
      MetaTags metas,
      @Nullable LdNode article,
      List<Block> blocks,
      int bodyEnd,
      int bodyWords,
      String lastText) {}

  /** Rights and access. */
  public Rights read(Source s) {
    String notice = s.article == null ? null : s.article.text("copyrightNotice");
    notice = notice != null ? notice : s.metas.first("copyright", "dcterms.rights", "dc.rights");
    String terms = s.metas.link("license");
    if (terms == null && s.article != null) {
      terms = s.article.reference("license");
      terms = terms != null ? terms : s.article.reference("usageInfo");
    }
    String reason = teaserReason(s);
    Rights.Access access = reason == null ? Rights.Access.FREE : Rights.Access.TEASER;
    return new Rights(notice, terms, optOuts(s.metas), access, reason);
  }

  private static List<String> optOuts(MetaTags metas) {
    List<String> found = new ArrayList<>();
    for (String robots : metas.all("robots")) {
      for (String token : robots.toLowerCase(Locale.ROOT).split("[,\\s]+")) {
        if (token.equals("noai") || token.equals("noimageai") || token.equals("noarchive")) {
          found.add("robots: " + token);
        }
      }
    }
    String reservation = metas.first("tdm-reservation");
    if (reservation != null) {
      found.add("tdm-reservation: " + reservation);
    }
    String policy = metas.first("tdm-policy");
    if (policy != null) {
      found.add("tdm-policy: " + policy);
    }
    return found;
  }

  private @Nullable String teaserReason(Source s) {
    if (s.bodyWords > MAX_TEASER_WORDS) {
      return null;
    }
    int to = Math.min(s.blocks.size(), Math.max(0, s.bodyEnd) + BLOCKS_LOOKED_AT);
    for (int i = Math.max(0, s.bodyEnd - 5); i < to; i++) {
      Block block = s.blocks.get(i);
      if (block.words() <= MAX_WALL_WORDS && walls.opens(block.text())) {
        return "the text stops at: " + cut(block.text());
      }
    }
    boolean flagged =
        s.article != null && "false".equalsIgnoreCase(s.article.text("isAccessibleForFree"));
    boolean open = s.lastText.endsWith("…") || s.lastText.endsWith("...");
    return flagged && open ? "the last sentence is cut and the page is marked as not free" : null;
  }

  private static String cut(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80);
  }
}

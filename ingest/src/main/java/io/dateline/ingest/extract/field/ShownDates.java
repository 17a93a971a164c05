package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.field.DateReader.Reading;
import io.dateline.ingest.extract.field.DateReader.Source;
import io.dateline.ingest.extract.scan.Block;
import io.dateline.ingest.extract.scan.Box;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.Role;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates a page shows: marked elements and short texts, the nearest to the headline first.
 * A date in the address tells which of several is the article's own.
 */
final class ShownDates {

  private static final int MAX_DATE_LINE_WORDS = 16;
  private static final int MAX_HEAD_CHARS = 50;

  /** A marked element that holds more is no date. */
  private static final int MAX_SPOT_CHARS = 200;

  /** A colon and a space may end a label. */
  private static final int MAX_LABEL_END = 2;

  /** A marked date further from the headline than this loses against a text near it. */
  static final int NEAR_BLOCKS = 12;

  private static final int BLOCKS_BEHIND_BODY = 20;
  static final int BLOCKS_ABOVE = 8;

  /** A page may be published a day or two off the day in its address. */
  private static final int MAX_DAYS_OFF = 2;

  private static final Pattern TITLE_END =
      Pattern.compile("\\s[|–—-]\\s(\\d{1,2}[./]\\d{1,2}[./]20\\d\\d|20\\d\\d-\\d\\d-\\d\\d)$");

  private static final List<String> ATTRIBUTES =
      List.of(
          "datetime",
          "content",
          "data-published",
          "data-datetime",
          "data-date",
          "title",
          "data-timestamp",
          "data-utime",
          "data-time",
          "data-epoch");

  private final DateText texts;
  private final Pattern written;
  private final Pattern changed;

  /**
   * Over these.
   *
   * @param written beginnings of the line that tells when a post was written, as regular
   *     expressions
   * @param changed beginnings of the line that tells when a page was last changed
   */
  ShownDates(DateText texts, List<String> written, List<String> changed) {
    this.texts = texts;
    this.written = opening(written);
    this.changed = opening(changed);
  }

  private static Pattern opening(List<String> openers) {
    return Pattern.compile("(?m)^.{0,80}?(?:" + String.join("|", openers) + ")");
  }

  /** What is marked as the date of publication ({@code itemprop}). */
  @Nullable OffsetDateTime marked(Source s, Reading how) {
    for (Page.Spot spot : s.page().properties()) {
      if (spot.element().attr("itemprop").toLowerCase(Locale.ROOT).contains("datepublished")) {
        DateText.Moment moment = moment(spot, how);
        if (moment != null) {
          return moment.at();
        }
      }
    }
    return null;
  }

  /** The date that ends the page's title: "Die neue Brücke | Hafenblatt | 03.05.2023". */
  @Nullable OffsetDateTime titled(Source s, Reading how) {
    String title = s.page().title() == null ? "" : s.page().title().strip();
    Matcher end = TITLE_END.matcher(title);
    DateText.Moment moment =
        end.find() ? texts.read(end.group(1), how.home(), how.monthFirst()) : null;
    return moment == null ? null : moment.at();
  }

  /** A date within the page's title: "Bericht zur Lage vom 22.04.2020 – Hafenblatt". */
  @Nullable OffsetDateTime inTitle(Source s, Reading how) {
    String title = s.page().title() == null ? "" : s.page().title();
    DateText.Moment moment =
        hasYear(title) ? texts.read(title, how.home(), how.monthFirst()) : null;
    return moment == null ? null : moment.at();
  }

  /** What is marked as the last change, near the headline, and not as the publication too. */
  @Nullable OffsetDateTime updated(Source s, Reading how) {
    for (Page.Spot spot : s.page().times()) {
      String name = spot.element().className() + ' ' + spot.element().attr("itemprop");
      String lower = name.toLowerCase(Locale.ROOT);
      boolean change = lower.contains("updated") || lower.contains("modified");
      if (change && !lower.contains("publish") && away(spot, s) <= NEAR_BLOCKS) {
        DateText.Moment moment = moment(spot, how);
        if (moment != null) {
          return moment.at();
        }
      }
    }
    return null;
  }

  /** A date near the headline: a marked one, else one in a short text. */
  @Nullable OffsetDateTime near(Source s, Reading how) {
    OffsetDateTime found = best(s, how, NEAR_BLOCKS);
    return found != null ? found : inText(s, how);
  }

  /** A marked date anywhere, else one in a short text behind the body. */
  @Nullable OffsetDateTime anywhere(Source s, Reading how) {
    OffsetDateTime found = best(s, how, Integer.MAX_VALUE);
    int end = s.bodyEnd();
    if (found == null && end >= 0) {
      int size = s.page().blocks().size();
      found = inBlocks(s, end, Math.min(size, end + BLOCKS_BEHIND_BODY), how);
    }
    return found == null ? behind(written, s, how) : found;
  }

  /** "Letzte Änderung: 14.01.2022": of a page that tells nothing else. */
  @Nullable OffsetDateTime changed(Source s, Reading how) {
    return behind(changed, s, how);
  }

  /**
   * "Dieser Beitrag wurde am 3. März 2020 um 14:48 von …": wherever it stands. A label in a block
   * of its own has the date in the next.
   */
  private @Nullable OffsetDateTime behind(Pattern label, Source s, Reading how) {
    List<Block> blocks = s.page().blocks();
    for (Block block : blocks) {
      Matcher m = label.matcher(block.text());
      if (m.find()) {
        String rest = head(block.text(), m.end());
        boolean bare = rest.length() <= MAX_LABEL_END && block.index() + 1 < blocks.size();
        String text = bare ? head(blocks.get(block.index() + 1).text(), 0) : rest;
        DateText.Moment moment = texts.read(text, how.home(), how.monthFirst());
        if (moment != null) {
          return moment.at();
        }
      }
    }
    return null;
  }

  private static String head(String text, int from) {
    return text.substring(from, Math.min(text.length(), from + MAX_HEAD_CHARS));
  }

  private @Nullable OffsetDateTime best(Source s, Reading how, int maxAway) {
    DateText.Moment best = null;
    int bestScore = Integer.MIN_VALUE;
    for (Page.Spot spot : s.page().times()) {
      boolean other =
          spot.box().nearest(Role.COMMENTS) != null
              || BylineText.isComment(spot.box())
              || isMembership(spot.box())
              || isTeaser(spot.box(), spot.block(), s)
              || spot.element().normalName().equals("a");
      if (away(spot, s) <= maxAway && !other) {
        DateText.Moment moment = moment(spot, how);
        int score = moment == null ? bestScore : score(spot, s, moment);
        if (moment != null && score > bestScore && fits(moment.at(), s)) {
          best = moment;
          bestScore = score;
        }
      }
    }
    return best == null ? null : best.at();
  }

  /** Since when a member of a forum is one. */
  private static boolean isMembership(Box box) {
    return box.element().className().toLowerCase(Locale.ROOT).contains("joined");
  }

  /** A date in a heading behind the body is that of another article. */
  private static boolean isTeaser(Box box, int block, Source s) {
    return box.isHeading() && s.bodyEnd() >= 0 && block >= s.bodyEnd();
  }

  /** Whether a date is not far from the one in the address, when there is one. */
  private static boolean fits(OffsetDateTime at, Source s) {
    LocalDate day = AddressDate.day(s.url());
    return day == null || Math.abs(ChronoUnit.DAYS.between(day, at.toLocalDate())) <= MAX_DAYS_OFF;
  }

  private DateText.@Nullable Moment moment(Page.Spot spot, Reading how) {
    DateText.Moment moment = inAttributes(spot, how);
    return moment != null ? moment : inText(spot, how);
  }

  DateText.@Nullable Moment inAttributes(Page.Spot spot, Reading how) {
    for (String attribute : ATTRIBUTES) {
      if (spot.element().hasAttr(attribute)) {
        DateText.Moment moment =
            texts.readValue(spot.element().attr(attribute), how.home(), how.monthFirst());
        if (moment != null) {
          return moment;
        }
      }
    }
    return null;
  }

  DateText.@Nullable Moment inText(Page.Spot spot, Reading how) {
    String text = spot.element().text();
    return text.length() > MAX_SPOT_CHARS ? null : texts.read(text, how.home(), how.monthFirst());
  }

  static int anchor(Source s) {
    return s.headingBlock() >= 0 ? s.headingBlock() : s.bodyBlock();
  }

  static int away(Page.Spot spot, Source s) {
    int anchor = anchor(s);
    return anchor < 0 ? 0 : Math.abs(spot.block() - anchor);
  }

  /** Nearer to the headline or the body's begin is better. */
  private static int score(Page.Spot spot, Source s, DateText.Moment moment) {
    int score = moment.clock() ? 3 : 0;
    score += spot.element().hasAttr("pubdate") ? 50 : 0;
    String name = spot.element().className().toLowerCase(Locale.ROOT);
    score += name.contains("publish") ? 6 : 0;
    score -= name.contains("updat") || name.contains("modif") ? 8 : 0;
    return score - Math.min(100, away(spot, s));
  }

  /** A date in a short text near headline and body. */
  private @Nullable OffsetDateTime inText(Source s, Reading how) {
    int size = s.page().blocks().size();
    int anchor = Math.max(0, anchor(s));
    int body = Math.max(anchor, s.bodyBlock());
    OffsetDateTime found = inBlocks(s, anchor, Math.min(size, body + BLOCKS_ABOVE), how);
    return found != null ? found : above(s, anchor, how);
  }

  /** The nearest above the headline: further up stands the day on which the page is read. */
  private @Nullable OffsetDateTime above(Source s, int anchor, Reading how) {
    int top = Math.max(0, anchor - BLOCKS_ABOVE);
    return first(s, IntStream.iterate(anchor - 1, i -> i >= top, i -> i - 1), how);
  }

  private @Nullable OffsetDateTime inBlocks(Source s, int from, int to, Reading how) {
    return first(s, IntStream.range(from, to), how);
  }

  private @Nullable OffsetDateTime first(Source s, IntStream blocks, Reading how) {
    return blocks.mapToObj(i -> at(s, i, how)).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private @Nullable OffsetDateTime at(Source s, int index, Reading how) {
    Block block = s.page().blocks().get(index);
    DateText.Moment moment = isTeaser(block.box(), index, s) ? null : inBlock(block, how);
    return moment != null && fits(moment.at(), s) ? moment.at() : null;
  }

  DateText.@Nullable Moment inBlock(Block block, Reading how) {
    String text = block.text();
    if (!hasYear(text) || BylineText.isComment(block.box()) || isMembership(block.box())) {
      return null;
    }
    String head = block.words() <= MAX_DATE_LINE_WORDS ? text : head(text, 0);
    return texts.read(head, how.home(), how.monthFirst());
  }

  /** Cheap check before the patterns are tried. */
  private static boolean hasYear(String text) {
    int digits = 0;
    for (int i = 0; i < Math.min(text.length(), 400); i++) {
      digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
    }
    return digits >= 4 || text.indexOf('年') >= 0;
  }
}

package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.meta.MetaTags;
import io.dateline.ingest.extract.scan.DataFile;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.model.Dates;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads first publication and last change: JSON-LD, meta tags, marked elements, text, address. */
public final class DateReader {

  private static final Pattern URL_DATE =
      Pattern.compile("[/_-]((?:19|20)\\d{2})[/_-]?(\\d{2})[/_-]?(\\d{2})(?=[/_.-]|$)");

  private static final int MAX_DATE_LINE_WORDS = 40;
  private static final int MAX_HEAD_CHARS = 50;

  private final DateText texts = new DateText();
  private final Map<String, ZoneId> homes = new HashMap<>();

  private final String[] published;
  private final String[] modified;

  /** Loads {@code dates.txt}. */
  public DateReader() {
    Map<String, List<String>> data = DataFile.sections("dates.txt");
    published = data.getOrDefault("published", List.of()).toArray(new String[0]);
    modified = data.getOrDefault("modified", List.of()).toArray(new String[0]);
    for (String line : data.getOrDefault("homes", List.of())) {
      String[] parts = line.split("\\s+");
      homes.put(parts[0], ZoneId.of(parts[1]));
    }
  }

  /**
   * What dates are read from.
   *
   * @param page the scanned page
   * @param metas its meta tags
   * @param article its JSON-LD article
   * @param url its address
   * @param homeCountry country of the outlet, when known
   * @param headingBlock block of the headline; -1 when there is none
   * @param bodyBlock first block of the body; -1 when there is none
   * @param bodyEnd one behind the last block of the body; -1 when there is none
   */
  public record Source(
      Page page,
      MetaTags metas,
      @Nullable LdNode article,
      String url,
      @Nullable String homeCountry,
      int headingBlock,
      int bodyBlock,
      int bodyEnd) {}

  /** Both dates; unknown ones are null. */
  public Dates read(Source source) {
    ZoneId home = home(source.url, source.homeCountry);
    boolean monthFirst = !hasCountryEnding(source.url);
    OffsetDateTime published = published(source, home, monthFirst);
    OffsetDateTime modified = modified(source, home, monthFirst);
    if (modified != null && published != null && modified.isBefore(published)) {
      modified = published;
    }
    return new Dates(published, modified);
  }

  private @Nullable OffsetDateTime published(Source s, ZoneId home, boolean monthFirst) {
    OffsetDateTime found = fromLd(s.article, home, "datePublished", "dateCreated", "uploadDate");
    if (found == null) {
      found = fromMeta(s.metas, home, monthFirst, this.published);
    }
    if (found == null) {
      found = fromMarked(s, home, monthFirst);
    }
    if (found == null) {
      found = fromText(s, home, monthFirst);
    }
    if (found == null) {
      found = fromUrl(s.url, home);
    }
    if (found == null) {
      found = fromLd(s.article, home, "dateModified");
    }
    if (found == null) {
      found = fromMeta(s.metas, home, monthFirst, this.modified);
    }
    return found != null ? found : fromImage(s, home);
  }

  private @Nullable OffsetDateTime modified(Source s, ZoneId home, boolean monthFirst) {
    OffsetDateTime found = fromLd(s.article, home, "dateModified");
    return found != null ? found : fromMeta(s.metas, home, monthFirst, this.modified);
  }

  private @Nullable OffsetDateTime fromLd(@Nullable LdNode node, ZoneId home, String... keys) {
    if (node == null) {
      return null;
    }
    for (String key : keys) {
      String text = node.text(key);
      DateText.Moment moment = text == null ? null : texts.read(text, home, true);
      if (moment != null) {
        return moment.at();
      }
    }
    return null;
  }

  private @Nullable OffsetDateTime fromMeta(
      MetaTags metas, ZoneId home, boolean monthFirst, String... keys) {
    for (String key : keys) {
      String text = metas.first(key);
      DateText.Moment moment = text == null ? null : texts.read(text, home, monthFirst);
      if (moment != null) {
        return moment.at();
      }
    }
    return null;
  }

  private @Nullable OffsetDateTime fromMarked(Source s, ZoneId home, boolean monthFirst) {
    for (Page.Spot spot : s.page.properties()) {
      if (spot.element().attr("itemprop").toLowerCase(Locale.ROOT).contains("datepublished")) {
        DateText.Moment moment = moment(spot, home, monthFirst);
        if (moment != null) {
          return moment.at();
        }
      }
    }
    DateText.Moment best = null;
    int bestScore = Integer.MIN_VALUE;
    for (Page.Spot spot : s.page.times()) {
      DateText.Moment moment = moment(spot, home, monthFirst);
      int score = moment == null ? bestScore : score(spot, s, moment);
      if (moment != null && score > bestScore) {
        best = moment;
        bestScore = score;
      }
    }
    return best == null ? null : best.at();
  }

  private DateText.@Nullable Moment moment(Page.Spot spot, ZoneId home, boolean monthFirst) {
    var element = spot.element();
    for (String attribute : List.of("datetime", "content", "title", "data-timestamp")) {
      if (element.hasAttr(attribute)) {
        DateText.Moment moment = texts.read(element.attr(attribute), home, monthFirst);
        if (moment != null) {
          return moment;
        }
      }
    }
    String text = element.text();
    return text.length() > 200 ? null : texts.read(text, home, monthFirst);
  }

  /** Nearer to the headline or the body's begin is better. */
  private static int score(Page.Spot spot, Source s, DateText.Moment moment) {
    int score = moment.clock() ? 3 : 0;
    score += spot.element().hasAttr("pubdate") ? 50 : 0;
    String name = spot.element().className().toLowerCase(Locale.ROOT);
    score += name.contains("publish") ? 6 : 0;
    score -= name.contains("updat") || name.contains("modif") ? 8 : 0;
    int anchor = s.headingBlock >= 0 ? s.headingBlock : s.bodyBlock;
    if (anchor >= 0) {
      score -= Math.min(100, Math.abs(spot.block() - anchor));
    }
    return score;
  }

  /** A date in a short text near headline and body, then in any line that speaks of one. */
  private @Nullable OffsetDateTime fromText(Source s, ZoneId home, boolean monthFirst) {
    int size = s.page.blocks().size();
    int anchor = s.headingBlock >= 0 ? s.headingBlock : Math.max(0, s.bodyBlock);
    int body = Math.max(anchor, s.bodyBlock);
    OffsetDateTime found = inBlocks(s, anchor, Math.min(size, body + 8), home, monthFirst);
    if (found == null) {
      found = inBlocks(s, Math.max(0, anchor - 8), anchor, home, monthFirst);
    }
    if (found == null && s.bodyEnd >= 0) {
      found = inBlocks(s, s.bodyEnd, Math.min(size, s.bodyEnd + 20), home, monthFirst);
    }
    return found;
  }

  private @Nullable OffsetDateTime inBlocks(
      Source s, int from, int to, ZoneId home, boolean monthFirst) {
    for (int i = from; i < to; i++) {
      String text = s.page.blocks().get(i).text();
      if (hasYear(text)) {
        boolean isShort = s.page.blocks().get(i).words() <= MAX_DATE_LINE_WORDS;
        String head = isShort ? text : text.substring(0, Math.min(MAX_HEAD_CHARS, text.length()));
        DateText.Moment moment = texts.read(head, home, monthFirst);
        if (moment != null) {
          return moment.at();
        }
      }
    }
    return null;
  }

  /** Cheap check before the patterns are tried. */
  private static boolean hasYear(String text) {
    int digits = 0;
    for (int i = 0; i < Math.min(text.length(), 400); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        digits++;
      }
    }
    return digits >= 4;
  }

  private @Nullable OffsetDateTime fromImage(Source s, ZoneId home) {
    String image = s.metas.first("og:image", "twitter:image", "twitter:image:src");
    return image == null ? null : fromUrl(image, home);
  }

  private static @Nullable OffsetDateTime fromUrl(String url, ZoneId home) {
    Matcher m = URL_DATE.matcher(url);
    while (m.find()) {
      int month = Integer.parseInt(m.group(2));
      int day = Integer.parseInt(m.group(3));
      if (month >= 1 && month <= 12 && day >= 1 && day <= 28 + (month == 2 ? 0 : 2)) {
        return java.time.LocalDate.of(Integer.parseInt(m.group(1)), month, day)
            .atStartOfDay(home)
            .toOffsetDateTime();
      }
    }
    return null;
  }

  private ZoneId home(String url, @Nullable String country) {
    if (country != null) {
      ZoneId zone = homes.get(country.toLowerCase(Locale.ROOT));
      if (zone != null) {
        return zone;
      }
    }
    String ending = ending(url);
    return homes.getOrDefault(ending, ZoneOffset.UTC);
  }

  private boolean hasCountryEnding(String url) {
    return homes.containsKey(ending(url));
  }

  private static String ending(String url) {
    int start = url.indexOf("//");
    int from = start < 0 ? 0 : start + 2;
    int end = from;
    while (end < url.length() && "/?#:".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String host = url.substring(from, end);
    return host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}

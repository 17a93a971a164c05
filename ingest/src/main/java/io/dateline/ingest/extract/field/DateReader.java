package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.meta.MetaTags;
import io.dateline.ingest.extract.scan.DataFile;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.model.Dates;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads first publication and last change: JSON-LD, meta tags, marked elements, text, address. */
public final class DateReader {

  /** Dates of one article that lie further apart are not of one article. */
  private static final int MAX_DAYS_APART = 90;

  private final DateText texts = new DateText();
  private final ShownDates shown;
  private final ShownZone zones;
  private final Map<String, ZoneId> homes;
  private final Map<String, ZoneId> tongues;

  private final String[] published;
  private final String[] stated;
  private final String[] modified;

  /** Loads {@code dates.txt}. */
  public DateReader() {
    Map<String, List<String>> data = DataFile.sections("dates.txt");
    published = data.getOrDefault("published", List.of()).toArray(new String[0]);
    stated = data.getOrDefault("stated", List.of()).toArray(new String[0]);
    modified = data.getOrDefault("modified", List.of()).toArray(new String[0]);
    shown =
        new ShownDates(
            texts,
            data.getOrDefault("colophon", List.of()),
            data.getOrDefault("changed", List.of()));
    zones = new ShownZone(shown);
    homes = zones(data.getOrDefault("homes", List.of()));
    tongues = zones(data.getOrDefault("tongues", List.of()));
  }

  private static Map<String, ZoneId> zones(List<String> lines) {
    Map<String, ZoneId> zones = new HashMap<>();
    for (String line : lines) {
      String[] parts = line.split("\\s+");
      zones.put(parts[0], ZoneId.of(parts[1]));
    }
    return zones;
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
    Reading how = new Reading(home(source), monthFirst(source));
    OffsetDateTime published = published(source, how);
    OffsetDateTime modified = modified(source, how);
    if (modified != null && published != null && modified.isBefore(published)) {
      modified = published;
    }
    return new Dates(published, modified);
  }

  /** The moment that a text states; null when it states none. */
  public @Nullable OffsetDateTime read(String text, Source source) {
    DateText.Moment moment = texts.read(text, home(source), monthFirst(source));
    return moment == null ? null : moment.at();
  }

  /**
   * How dates are read that do not say it themselves.
   *
   * @param home zone of dates without one
   * @param monthFirst whether 3/4/2020 is the fourth of March
   */
  record Reading(ZoneId home, boolean monthFirst) {}

  private @Nullable OffsetDateTime published(Source s, Reading how) {
    OffsetDateTime found = fromLd(s.article, how.home, "datePublished", "dateCreated");
    if (found == null) {
      found = fromMeta(s.metas, how, this.published);
    }
    if (found == null) {
      found = fromLd(s.article, how.home, "uploadDate");
    }
    if (found == null) {
      found = shown.marked(s, how);
    }
    if (found == null) {
      found = shown.titled(s, how);
    }
    if (found != null) {
      return isUniversal(found) ? zones.of(found, s) : found;
    }
    found = shown.near(s, how);
    OffsetDateTime said = fromMeta(s.metas, how, stated);
    if (said != null && (found == null || isFar(found, said))) {
      return said;
    }
    if (found == null) {
      found = shown.anywhere(s, how);
    }
    return found == null ? guessed(s, how) : found;
  }

  private static boolean isFar(OffsetDateTime a, OffsetDateTime b) {
    return Math.abs(ChronoUnit.DAYS.between(a, b)) > MAX_DAYS_APART;
  }

  private static boolean isUniversal(OffsetDateTime at) {
    return at.getOffset().getTotalSeconds() == 0;
  }

  private @Nullable OffsetDateTime guessed(Source s, Reading how) {
    OffsetDateTime found = AddressDate.read(s.url, how.home);
    if (found == null) {
      found = fromLd(s.article, how.home, "dateModified");
    }
    if (found == null) {
      found = fromMeta(s.metas, how, this.modified);
    }
    if (found == null) {
      found = shown.changed(s, how);
    }
    if (found == null) {
      found = shown.inTitle(s, how);
    }
    return found != null ? found : fromImage(s, how.home);
  }

  private @Nullable OffsetDateTime modified(Source s, Reading how) {
    OffsetDateTime found = fromLd(s.article, how.home, "dateModified");
    if (found == null) {
      found = fromMeta(s.metas, how, this.modified);
    }
    return found != null ? found : shown.updated(s, how);
  }

  private @Nullable OffsetDateTime fromLd(@Nullable LdNode node, ZoneId home, String... keys) {
    if (node == null) {
      return null;
    }
    for (String key : keys) {
      String text = node.text(key);
      DateText.Moment moment = text == null ? null : texts.readValue(text, home, true);
      if (moment != null) {
        return moment.at();
      }
    }
    return null;
  }

  private @Nullable OffsetDateTime fromMeta(MetaTags metas, Reading how, String... keys) {
    for (String key : keys) {
      String text = metas.first(key);
      DateText.Moment moment =
          text == null ? null : texts.readValue(text, how.home, how.monthFirst);
      if (moment != null) {
        return moment.at();
      }
    }
    return null;
  }

  private @Nullable OffsetDateTime fromImage(Source s, ZoneId home) {
    String image = s.metas.first("og:image", "twitter:image", "twitter:image:src");
    return image == null ? null : AddressDate.read(image, home);
  }

  /** The zone of the outlet's country, of the address's, or of the one that speaks the language. */
  private ZoneId home(Source s) {
    ZoneId zone = s.homeCountry == null ? null : homes.get(s.homeCountry.toLowerCase(Locale.ROOT));
    if (zone == null) {
      zone = homes.get(ending(s.url));
    }
    if (zone == null) {
      zone = spoken(s.page);
    }
    return zone == null ? ZoneOffset.UTC : zone;
  }

  /** By the language's region, else where it is the language of one zone; English is of many. */
  private @Nullable ZoneId spoken(Page page) {
    String tag = page.language() == null ? "" : page.language().strip().toLowerCase(Locale.ROOT);
    String[] parts = tag.split("[-_]");
    boolean english = parts[0].equals("en");
    return parts.length == 1 || english ? tongues.get(parts[0]) : homes.get(parts[1]);
  }

  /** Only American English puts the month first; a page may say that it is another one. */
  private boolean monthFirst(Source s) {
    String language = s.page.language() == null ? "" : s.page.language().toLowerCase(Locale.ROOT);
    String tag = language.replace('_', '-');
    boolean other = tag.length() > 1 && !tag.startsWith("en");
    boolean region = tag.length() > 3 && !tag.equals("en-us") && !tag.equals("en-ca");
    return !other && !region && !homes.containsKey(ending(s.url));
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

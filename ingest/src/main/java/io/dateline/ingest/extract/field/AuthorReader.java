package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.Agencies;
import io.dateline.ingest.extract.body.Wordings;
import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.meta.MetaTags;
import io.dateline.ingest.extract.scan.DataFile;
import io.dateline.ingest.extract.scan.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the people who wrote the text: JSON-LD, then the line on the page, then meta tags. */
public final class AuthorReader {

  private static final int MAX_AUTHORS = 20;

  /** Holds whatever {@code twitter:label1} says that it is. */
  private static final String LABELLED = "twitter:data1";

  /** Names of scholars, the family's first. */
  private static final Set<String> CITED = Set.of("citation_author", "citation_authors");

  private final NameCleaner cleaner;
  private final BylineText bylines;
  private final Agencies agencies;
  private final List<String> metas;
  private final Set<String> writerLabels;

  /** Uses the word lists given, and {@code metas.txt}. */
  public AuthorReader(Wordings wordings, Agencies agencies) {
    cleaner = new NameCleaner(wordings, agencies);
    this.agencies = agencies;
    bylines = new BylineText(wordings);
    Map<String, List<String>> data = DataFile.sections("metas.txt");
    metas = data.getOrDefault("author", List.of());
    writerLabels = Set.copyOf(data.getOrDefault("writerlabel", List.of()));
  }

  /**
   * What authors are read from.
   *
   * @param page the scanned page
   * @param metas its meta tags
   * @param article its JSON-LD article
   * @param nodes all its JSON-LD nodes
   * @param site names of the outlet, which is no author
   * @param headingBlock block of the headline; -1 when there is none
   */
  public record Source(
      Page page,
      MetaTags metas,
      @Nullable LdNode article,
      List<LdNode> nodes,
      SiteNames site,
      int headingBlock) {}

  /**
   * Who is named.
   *
   * @param names as printed, roles and addresses stripped; agencies are still among them
   * @param people whether they name people; false when only an outlet or its newsroom is named
   */
  public record Found(List<String> names, boolean people) {}

  /** The author line. */
  public Found read(Source source) {
    AuthorNames names = new AuthorNames(cleaner, agencies, source.site);
    if (source.article != null) {
      addLd(source.article, source, names);
    }
    if (!names.hasPeople()) {
      addMetas(source.metas, names);
    }
    if (names.hasPeople()) {
      MarkedBylines.addJoined(source.page, source.headingBlock, names);
    } else {
      addShown(source, names);
    }
    if (names.isOutletOnly()) {
      AuthorNames alone = names.empty();
      alone.add(BylineText.alone(source.page, source.headingBlock));
      names = alone.hasPeople() ? alone : names;
    }
    if (!names.hasPeople()) {
      names.add(bylines.labelled(source.page, source.headingBlock));
    }
    List<String> best = names.best();
    return new Found(
        List.copyOf(best.subList(0, Math.min(best.size(), MAX_AUTHORS))), names.hasSomebody());
  }

  private void addLd(LdNode article, Source source, AuthorNames names) {
    for (String key : List.of("author", "creator")) {
      for (StatedAuthors.Stated author : StatedAuthors.read(article, key, source.nodes)) {
        names.add(author.name(), author.person());
      }
      if (names.hasPeople()) {
        return;
      }
    }
  }

  private void addMetas(MetaTags tags, AuthorNames names) {
    for (String key : metas) {
      if (key.equals(LABELLED) && !isWriterLabel(tags)) {
        continue;
      }
      for (String value : tags.all(key)) {
        names.add(CITED.contains(key) ? NameCleaner.upright(value) : value);
      }
      if (names.hasPeople()) {
        return;
      }
    }
  }

  private boolean isWriterLabel(MetaTags tags) {
    String label = tags.first("twitter:label1");
    return label != null && writerLabels.contains(label.toLowerCase(Locale.ROOT));
  }

  private void addShown(Source source, AuthorNames names) {
    MarkedBylines.add(source.page, source.headingBlock, names);
    if (!names.hasPeople()) {
      names.add(bylines.find(source.page, source.headingBlock));
    }
    if (!names.hasPeople()) {
      AuthorLinks.near(source.page, source.headingBlock).forEach(names::add);
    }
  }
}

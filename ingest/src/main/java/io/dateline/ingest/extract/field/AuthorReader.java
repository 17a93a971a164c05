package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.Agencies;
import io.dateline.ingest.extract.body.Wordings;
import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.meta.MetaTags;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the people who wrote the text: JSON-LD, then the line on the page, then meta tags. */
public final class AuthorReader {

  private static final int MAX_AUTHORS = 20;
  private static final int MAX_BYLINE_CHARS = 160;

  /** How many blocks behind the headline an author line may stand. */
  private static final int MAX_BLOCKS_AWAY = 25;

  private static final String[] METAS = {
    "citation_author",
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "cxenseparse:author",
    "article:author_name",
    "authors",
    "twitter:data1",
    "articleauthor"
  };

  private static final Set<String> WRITER_LABELS =
      Set.of(
          "written by",
          "verfasst von",
          "by",
          "author",
          "geschrieben von",
          "écrit par",
          "escrito por",
          "autor",
          "von");

  private static final List<String> AUTHOR_PATHS =
      List.of(
          "author",
          "autor",
          "/people/",
          "/person",
          "/profile",
          "/staff/",
          "/redaktion/",
          "/by/",
          "/contributor",
          "/journalist",
          "/writers/",
          "/team/",
          "/auteur",
          "/redakteur");

  private final NameCleaner cleaner;
  private final BylineText bylines;
  private final Agencies agencies;

  /** Uses the word lists given. */
  public AuthorReader(Wordings wordings, Agencies agencies) {
    cleaner = new NameCleaner(wordings, agencies);
    this.agencies = agencies;
    bylines = new BylineText(wordings);
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
    Names names = new Names();
    if (source.article != null) {
      addLd(source.article, source, names);
    }
    if (names.people.isEmpty()) {
      addMetas(source, names);
    }
    if (names.people.isEmpty()) {
      addBylines(source, names);
    }
    if (names.people.isEmpty()) {
      add(bylines.find(source.page, source.headingBlock), source, names);
    }
    if (names.people.keySet().stream().allMatch(source.site::isLike)) {
      Names alone = new Names();
      add(BylineText.alone(source.page, source.headingBlock), source, alone);
      names = alone.people.isEmpty() ? names : alone;
    }
    if (names.people.isEmpty()) {
      add(bylines.labelled(source.page, source.headingBlock), source, names);
    }
    List<String> best = best(names);
    boolean people = !(names.people.isEmpty() && names.handles.isEmpty());
    return new Found(List.copyOf(best.subList(0, Math.min(best.size(), MAX_AUTHORS))), people);
  }

  /** What was found so far: names of people, and what is only good when none is found. */
  private static final class Names {
    final Map<String, String> people = new LinkedHashMap<>();
    final Map<String, String> handles = new LinkedHashMap<>();
    final Map<String, String> outlets = new LinkedHashMap<>();
  }

  /** People, else short names, else the outlet; an agency's text may be signed by both. */
  private List<String> best(Names names) {
    if (names.people.isEmpty()) {
      return new ArrayList<>(
          names.handles.isEmpty() ? names.outlets.values() : names.handles.values());
    }
    List<String> best = new ArrayList<>(names.people.values());
    if (best.stream().allMatch(n -> agencies.shortName(n) != null)) {
      names.outlets.values().stream().filter(n -> cleaner.newsroom(n) != null).forEach(best::add);
    }
    return best;
  }

  private void addMetas(Source source, Names names) {
    for (String key : METAS) {
      if (key.equals("twitter:data1") && !isWriterLabel(source.metas)) {
        continue;
      }
      for (String value : source.metas.all(key)) {
        String name = key.equals("citation_author") ? NameCleaner.upright(value) : value;
        add(name, source, names, false);
      }
      if (!names.people.isEmpty()) {
        return;
      }
    }
  }

  private static boolean isWriterLabel(MetaTags metas) {
    String label = metas.first("twitter:label1");
    return label != null && WRITER_LABELS.contains(label.toLowerCase(Locale.ROOT));
  }

  private void addLd(LdNode article, Source source, Names names) {
    for (String key : List.of("author", "creator")) {
      for (StatedAuthors.Stated author : StatedAuthors.read(article, key, source.nodes)) {
        add(author.name(), source, names, author.person());
      }
      if (!names.people.isEmpty()) {
        return;
      }
    }
  }

  /** Marked author lines: those near the headline first, the innermost of nested ones. */
  private void addBylines(Source source, Names names) {
    int best = Integer.MAX_VALUE;
    Names bestFound = new Names();
    for (Page.Spot spot : source.page.bylines()) {
      int away = away(spot, source.headingBlock);
      if (away >= best || away > MAX_BLOCKS_AWAY || isComment(spot)) {
        continue;
      }
      Names found = new Names();
      addElement(spot.element(), source, found);
      if (!found.people.isEmpty()) {
        bestFound = found;
        best = away;
      }
      fill(names.handles, found.handles);
      fill(names.outlets, found.outlets);
    }
    names.people.putAll(bestFound.people);
  }

  private static void fill(Map<String, String> into, Map<String, String> from) {
    if (into.isEmpty()) {
      into.putAll(from);
    }
  }

  private static boolean isComment(Page.Spot spot) {
    return spot.box().nearest(Role.COMMENTS) != null
        || spot.element().className().contains("comment")
        || BylineText.isComment(spot.box());
  }

  private static int away(Page.Spot spot, int heading) {
    if (heading < 0) {
      return 0;
    }
    int blocks = spot.block() - heading;
    return blocks < 0 ? -blocks * 2 : blocks;
  }

  private void addElement(Element element, Source source, Names found) {
    int links = 0;
    for (Element link : element.getAllElements()) {
      String text = isAuthorLink(link) ? link.text() : "";
      if (!text.isEmpty() && text.length() <= MAX_BYLINE_CHARS && links++ < MAX_AUTHORS) {
        add(text, source, found, false);
      }
    }
    String text = element.text();
    if (found.people.isEmpty() && text.length() <= MAX_BYLINE_CHARS) {
      add(text, source, found, false);
    }
  }

  private static boolean isAuthorLink(Element link) {
    boolean anchor = link.normalName().equals("a");
    if (!anchor || link.hasAttr("itemprop") || link.attr("rel").contains("author")) {
      return anchor || link.attr("itemprop").equalsIgnoreCase("name");
    }
    String href = link.attr("href").toLowerCase(Locale.ROOT);
    return AUTHOR_PATHS.stream().anyMatch(href::contains);
  }

  private void add(@Nullable String line, Source source, Names names) {
    if (line != null) {
      add(line, source, names, false);
    }
  }

  private void add(String raw, Source source, Names names, boolean person) {
    String newsroom = cleaner.newsroom(raw);
    if (newsroom != null) {
      names.outlets.putIfAbsent(newsroom.toLowerCase(Locale.ROOT), newsroom);
      return;
    }
    for (String name : cleaner.split(raw)) {
      Map<String, String> into = names.people;
      if (!person && cleaner.isOrganisation(name) && agencies.shortName(name) == null) {
        into = names.outlets;
      } else if ((!person && source.site.isExactly(name))
          || (source.site.isName(name) && name.indexOf(' ') < 0)) {
        into = names.outlets;
      } else if (name.indexOf(' ') < 0
          && name.equals(name.toLowerCase(Locale.ROOT))
          && name.charAt(0) < 0x250
          && agencies.shortName(name) == null) {
        into = names.handles;
      }
      into.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
    }
  }
}

package io.dateline.ingest.extract.field;

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
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "byl", "cxenseparse:author", "article:author_name", "authors",
    "twitter:data1", "citation_author"
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

  /** Uses the word lists given. */
  public AuthorReader(Wordings wordings) {
    cleaner = new NameCleaner(wordings);
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

  /** Names as printed, roles and addresses stripped; agencies are still among them. */
  public List<String> read(Source source) {
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
    List<String> best = names.best();
    return best.subList(0, Math.min(best.size(), MAX_AUTHORS));
  }

  /** What was found so far: names of people, and what is only good when none is found. */
  private static final class Names {
    final Map<String, String> people = new LinkedHashMap<>();
    final Map<String, String> handles = new LinkedHashMap<>();
    final Map<String, String> outlets = new LinkedHashMap<>();

    List<String> best() {
      if (!people.isEmpty()) {
        return new ArrayList<>(people.values());
      }
      return new ArrayList<>(handles.isEmpty() ? outlets.values() : handles.values());
    }
  }

  private void addMetas(Source source, Names names) {
    for (String key : METAS) {
      if (key.equals("twitter:data1") && !isWriterLabel(source.metas)) {
        continue;
      }
      source.metas.all(key).forEach(v -> add(v, source, names, false));
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
      for (LdNode author : article.nodes(key)) {
        String name = author.text("name");
        if (name == null) {
          name = byId(author, source.nodes);
        }
        if (name != null) {
          add(name, source, names, author.types().contains("Person"));
        }
      }
      if (article.nodes(key).isEmpty()) {
        article.texts(key).forEach(t -> add(t, source, names, false));
      }
      if (!names.people.isEmpty()) {
        return;
      }
    }
  }

  private static @Nullable String byId(LdNode author, List<LdNode> nodes) {
    var id = author.json().get("@id");
    if (id == null) {
      return null;
    }
    for (LdNode node : nodes) {
      var other = node.json().get("@id");
      if (other != null && other.asText().equals(id.asText()) && node.text("name") != null) {
        return node.text("name");
      }
    }
    return null;
  }

  /** Marked author lines: those near the headline first, the innermost of nested ones. */
  private void addBylines(Source source, Names names) {
    int best = Integer.MAX_VALUE;
    Names bestFound = new Names();
    for (Page.Spot spot : source.page.bylines()) {
      int away = away(spot, source.headingBlock);
      if (away >= best || away > MAX_BLOCKS_AWAY || spot.box().nearest(Role.COMMENTS) != null) {
        continue;
      }
      Names found = new Names();
      addElement(spot.element(), source, found);
      if (!found.people.isEmpty()) {
        bestFound = found;
        best = away;
      }
    }
    names.people.putAll(bestFound.people);
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
    for (Element link : element.select("a, [itemprop=name]")) {
      String text = link.text();
      if (isAuthorLink(link) && text.length() <= MAX_BYLINE_CHARS && links++ < MAX_AUTHORS) {
        add(text, source, found, false);
      }
    }
    String text = element.text();
    if (found.people.isEmpty() && text.length() <= MAX_BYLINE_CHARS) {
      add(text, source, found, false);
    }
  }

  private static boolean isAuthorLink(Element link) {
    if (link.hasAttr("itemprop") || link.attr("rel").contains("author")) {
      return true;
    }
    String href = link.attr("href").toLowerCase(Locale.ROOT);
    return AUTHOR_PATHS.stream().anyMatch(href::contains);
  }

  private void add(String raw, Source source, Names names, boolean person) {
    for (String name : cleaner.split(raw)) {
      Map<String, String> into = names.people;
      if ((!person && source.site.isExactly(name))
          || (source.site.isName(name) && name.indexOf(' ') < 0)) {
        into = names.outlets;
      } else if (name.indexOf(' ') < 0
          && name.equals(name.toLowerCase(Locale.ROOT))
          && name.charAt(0) < 0x250) {
        into = names.handles;
      }
      into.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
    }
  }
}

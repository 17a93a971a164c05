package io.dateline.ingest.source;

import io.dateline.ingest.schedule.PollBounds;
import io.dateline.ingest.url.Urls;
import io.dateline.model.LanguageTag;
import io.dateline.model.SourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** Lists of feeds as feed readers exchange them (OPML 2.0). */
public final class Opml {

  private static final int MAX_DEPTH = 64;

  private Opml() {}

  /** The feeds of a list as sources, one each; outlines that are no web feed are left out. */
  public static List<Source> read(String opml) {
    Document document = Jsoup.parse(opml, "", Parser.xmlParser().setMaxDepth(MAX_DEPTH));
    List<Source> sources = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Element outline : document.getElementsByTag("outline")) {
      String url = Urls.canonical(outline.attributes().getIgnoreCase("xmlUrl").strip());
      if (url != null) {
        String title = outline.attributes().getIgnoreCase("title");
        String name = title.isBlank() ? outline.attributes().getIgnoreCase("text") : title;
        sources.add(source(url, name.isBlank() ? url : name.strip(), outline, ids));
      }
    }
    return sources;
  }

  private static Source source(String url, String name, Element outline, Set<String> ids) {
    String base = SourceNames.id(url);
    String id = base;
    for (int i = 2; !ids.add(id); i++) {
      id = base + "-" + i;
    }
    Set<String> hosts = new HashSet<>();
    String home = Urls.site(outline.attributes().getIgnoreCase("htmlUrl"));
    if (home != null) {
      hosts.add(home);
    }
    hosts.add(String.valueOf(Urls.site(url)));
    String language = outline.attributes().getIgnoreCase("language");
    return new Source(
        new SourceId(id),
        name,
        null,
        language.isBlank() ? LanguageTag.UNKNOWN : new LanguageTag(language),
        List.of(new Feed(url, Feed.Kind.AUTO)),
        hosts,
        Set.of(),
        PollBounds.DEFAULT,
        null);
  }

  /** The feeds of sources as a list. */
  public static String write(List<Source> sources) {
    StringBuilder out =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n");
    out.append("<head><title>Dateline sources</title></head>\n<body>\n");
    for (Source source : sources) {
      for (Feed feed : source.feeds()) {
        out.append("<outline type=\"rss\" text=\"")
            .append(Entities.escape(source.name()))
            .append("\" xmlUrl=\"")
            .append(Entities.escape(feed.url()))
            .append("\" language=\"")
            .append(source.language().value())
            .append("\"/>\n");
      }
    }
    return out.append("</body>\n</opml>\n").toString();
  }
}

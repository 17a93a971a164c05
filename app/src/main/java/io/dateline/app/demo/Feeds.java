package io.dateline.app.demo;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes what an outlet has published so far as RSS 2.0 or Atom (RFC 4287). */
final class Feeds {

  private Feeds() {}

  /** RSS for German outlets, Atom for the others, so that both are seen. */
  static String write(Outlet outlet, String base, List<Sample> newestFirst) {
    return outlet.language().equals("de")
        ? rss(outlet, base, newestFirst)
        : atom(outlet, base, newestFirst);
  }

  private static String rss(Outlet outlet, String base, List<Sample> samples) {
    StringBuilder out = new StringBuilder();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel>\n");
    out.append(Markup.element("title", "", outlet.name()));
    out.append(Markup.element("link", "", base + "/"));
    out.append(Markup.element("language", "", outlet.language()));
    for (Sample sample : samples) {
      String date =
          DateTimeFormatter.RFC_1123_DATE_TIME.format(
              sample.modified().withOffsetSameInstant(ZoneOffset.UTC));
      out.append("<item>\n")
          .append(Markup.element("title", "", sample.required("title")))
          .append(Markup.element("link", "", base + sample.path()))
          .append(Markup.element("guid", "isPermaLink=\"true\"", base + sample.path()))
          .append(Markup.element("pubDate", "", date))
          .append(Markup.element("description", "", sample.field("lede")))
          .append("</item>\n");
    }
    return out.append("</channel></rss>\n").toString();
  }

  private static String atom(Outlet outlet, String base, List<Sample> samples) {
    StringBuilder out = new StringBuilder();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
        .append(outlet.language())
        .append("\">\n");
    out.append(Markup.element("title", "", outlet.name()));
    out.append(Markup.element("id", "", base + "/"));
    if (!samples.isEmpty()) {
      out.append(Markup.element("updated", "", samples.getFirst().modified().toString()));
    }
    for (Sample sample : samples) {
      out.append("<entry>\n")
          .append(Markup.element("title", "", sample.required("title")))
          .append(Markup.element("id", "", base + sample.path()))
          .append("<link href=\"")
          .append(base)
          .append(sample.path())
          .append("\"/>\n")
          .append(Markup.element("published", "", sample.published().toString()))
          .append(Markup.element("updated", "", sample.modified().toString()))
          .append(Markup.element("summary", "", sample.field("lede")))
          .append("</entry>\n");
    }
    return out.append("</feed>\n").toString();
  }
}

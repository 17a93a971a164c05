package io.dateline.app.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.app.demo.Sample.Block;
import io.dateline.model.ninjs.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a sample as a page in the markup of its style, with the furniture that pages have. */
final class Pages {
  private final Outlet outlet;
  private final String base;

  /** Pages of an outlet below an address such as "http://nordblick.localhost:8089". */
  Pages(Outlet outlet, String base) {
    this.outlet = outlet;
    this.base = base;
  }

  /** The whole page. */
  String write(Sample sample) {
    return switch (sample.style()) {
      case JSONLD -> page(sample, jsonLd(sample), clean(sample));
      case OPENGRAPH -> page(sample, openGraph(sample), divs(sample));
      case PLAIN -> page(sample, "", plain(sample, sample.body()));
      case AGENCY -> page(sample, openGraph(sample), plain(sample, signed(sample)));
      case NAIVE -> page(sample, "", naive(sample));
      case BROKEN -> broken(sample);
      case EMPTY -> page(sample, "", "<div id=\"main\"></div>");
    };
  }

  private String page(Sample sample, String head, String body) {
    String title = sample.required("title") + " | " + outlet.name();
    return """
    <!DOCTYPE html>
    <html lang="%s">
    <head>
    <meta charset="utf-8">
    <title>%s</title>
    <link rel="canonical" href="%s">
    %s</head>
    <body>
    <header class="site"><a href="/">%s</a></header>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/feed.xml">RSS</a></li></ul></nav>
    <main>
    %s</main>
    <footer><p>© %s</p></footer>
    </body>
    </html>
    """
        .formatted(
            outlet.language(),
            Markup.escape(title),
            base + sample.path(),
            head,
            Markup.escape(outlet.name()),
            body,
            Markup.escape(outlet.name()));
  }

  private String jsonLd(Sample sample) {
    ObjectNode root = Json.object();
    root.put("@context", "https://schema.org").put("@type", "NewsArticle");
    root.put("mainEntityOfPage", base + sample.path());
    root.put("headline", sample.required("title")).put("inLanguage", outlet.language());
    root.put("datePublished", sample.published().toString());
    root.put("dateModified", sample.modified().toString());
    put(root, "articleSection", sample.field("section"));
    put(root, "description", sample.field("lede"));
    put(root, "keywords", sample.field("keywords"));
    String author = sample.field("author");
    if (author != null) {
      root.putArray("author").addObject().put("@type", "Person").put("name", author);
    }
    String caption = sample.field("caption");
    if (caption != null) {
      ObjectNode image = root.putObject("image").put("@type", "ImageObject");
      image.put("url", base + "/" + sample.slug() + ".jpg").put("caption", caption);
      put(image, "creditText", sample.field("credit"));
    }
    root.putObject("publisher").put("@type", "NewsMediaOrganization").put("name", outlet.name());
    String json = new String(Json.write(root), StandardCharsets.UTF_8).replace("</", "<\\/");
    return "<script type=\"application/ld+json\">"
        + json
        + "</script>\n"
        + Markup.meta("name", "description", sample.field("lede"));
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  private String openGraph(Sample sample) {
    return Markup.meta("property", "og:type", "article")
        + Markup.meta("property", "og:site_name", outlet.name())
        + Markup.meta("property", "og:title", sample.required("title"))
        + Markup.meta("property", "og:url", base + sample.path())
        + Markup.meta("property", "og:description", sample.field("lede"))
        + Markup.meta("property", "article:published_time", sample.published().toString())
        + Markup.meta("property", "article:modified_time", sample.modified().toString())
        + Markup.meta("property", "article:section", sample.field("section"))
        + Markup.meta("name", "author", sample.field("author"))
        + Markup.meta("name", "keywords", sample.field("keywords"));
  }

  private static String clean(Sample sample) {
    return "<article>\n<header>\n"
        + Markup.element("p", "class=\"kicker\"", sample.field("kicker"))
        + Markup.element("h1", "", sample.required("title"))
        + Markup.element("p", "class=\"lede\"", sample.field("lede"))
        + Markup.element("div", "class=\"byline\"", sample.field("author"))
        + "</header>\n"
        + figure(sample)
        + "<div class=\"article-body\">\n"
        + Markup.blocks(signed(sample))
        + "</div>\n</article>\n"
        + "<aside class=\"newsletter\"><p>Newsletter</p></aside>\n";
  }

  private static String figure(Sample sample) {
    String caption = sample.field("caption");
    if (caption == null) {
      return "";
    }
    return "<figure><img src=\"/%s.jpg\" alt=\"\"><figcaption>%s %s</figcaption></figure>\n"
        .formatted(
            sample.slug(),
            Markup.escape(caption),
            Markup.element("span", "class=\"credit\"", sample.field("credit")).strip());
  }

  private static String divs(Sample sample) {
    return "<div class=\"story\">\n"
        + Markup.element("h1", "class=\"headline\"", sample.required("title"))
        + Markup.element("p", "class=\"teaser-text\"", sample.field("lede"))
        + Markup.element("span", "class=\"author\"", sample.field("author"))
        + figure(sample)
        + "<div class=\"text\">\n"
        + Markup.blocks(signed(sample))
        + "</div>\n</div>\n";
  }

  private static String plain(Sample sample, List<Block> body) {
    String time = sample.published().toString();
    return Markup.element("h1", "", sample.required("title"))
        + "<time datetime=\"%s\">%s</time>\n".formatted(time, time.substring(0, 10))
        + Markup.element("p", "class=\"author\"", sample.field("author"))
        + Markup.blocks(body);
  }

  /** With the dateline in front of the text and the agency's sign-off behind it. */
  private static List<Block> signed(Sample sample) {
    String agency = sample.field("agency");
    String place = sample.field("dateline");
    List<Block> body = new ArrayList<>(sample.body());
    if (place != null && body.getFirst() instanceof Sample.Text first) {
      String wire = agency == null ? "" : " (" + agency + ")";
      body.set(0, new Sample.Text(place + wire + " - " + first.words()));
    } else if (agency != null && body.getLast() instanceof Sample.Text last) {
      body.set(body.size() - 1, new Sample.Text(last.words() + " (" + agency + ")"));
    }
    return body;
  }

  /** What a careless template does: everything in one block, the dateline without a space. */
  private static String naive(Sample sample) {
    StringBuilder out = new StringBuilder(Markup.element("h1", "", sample.required("title")));
    String caption = sample.required("caption");
    String alt = caption.split(":", 2)[0];
    out.append(
        "<div class=\"content\"><img src=\"/%s.jpg\" alt=\"%s\">"
            .formatted(sample.slug(), Markup.escape(alt)));
    out.append(
        "%s (%s)<br><br>\n"
            .formatted(Markup.escape(caption), Markup.escape(sample.required("credit"))));
    out.append(Markup.element("span", "", sample.required("dateline")).strip());
    for (Block block : sample.body()) {
      out.append(Markup.escape(Markup.words(block))).append("<br><br>\n");
    }
    return out.append("</div>\n").toString();
  }

  private String broken(Sample sample) {
    StringBuilder out = new StringBuilder("<html><head><title>");
    out.append(Markup.escape(sample.required("title"))).append("</title>\n");
    String json = jsonLd(sample);
    out.append(json, 0, json.length() / 3).append("</script></head><body><div><h1>");
    out.append(Markup.escape(sample.required("title"))).append("</h2><div class=text>\n");
    for (Block block : sample.body()) {
      out.append("<p>").append(Markup.escape(Markup.words(block))).append("<b></p></span>\n");
    }
    return out.toString();
  }
}

package io.dateline.bench;

/**
 * A page as outlets send it: some 180 KB, of which half is scripts, styles and drawings; 900
 * elements with 1,400 attributes; 12,000 characters of text in 45 paragraphs, two thirds of them
 * the article's; its dates in JSON-LD. These are the means of 179 real pages.
 */
final class OutletPage {
  private static final String TITLE = "@TITLE@";
  private static final int TEASERS = 60;
  private static final int PARAGRAPHS = 30;
  private static final int LINKS = 70;

  private final String template;

  OutletPage() {
    StringBuilder page = new StringBuilder(200_000);
    head(page);
    page.append("<body class=\"page page--article theme-light has-ads\">");
    navigation(page, "nav", "main-navigation");
    article(page);
    page.append("<aside class=\"more more--wide\">");
    for (int i = 0; i < TEASERS; i++) {
      teaser(page, i);
    }
    page.append("</aside>");
    navigation(page, "footer", "page-footer");
    page.append("<script>window.state={")
        .append("\"module\":{\"id\":17,\"kind\":\"teaser\",\"tracking\":[1,2,3]},".repeat(900))
        .append("}</script></body></html>");
    template = page.toString();
  }

  /** The page with this title. */
  String of(String title) {
    return template.replace(TITLE, title);
  }

  private static void head(StringBuilder page) {
    page.append("<!doctype html><html lang=en><head><meta charset=utf-8><title>")
        .append(TITLE)
        .append("</title><meta property=og:type content=article>")
        .append("<meta property=og:title content=\"")
        .append(TITLE)
        .append(
            "\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"")
        .append(TITLE)
        .append("\",\"datePublished\":\"2026-11-22T08:00:00Z\"")
        .append(",\"author\":{\"@type\":\"Person\",\"name\":\"Ann Example\"}}</script>");
    for (int i = 0; i < 25; i++) {
      page.append(
          "<link rel=preload as=script href=\"https://static.example.org/assets/chunk-%1$d.6f3a9be2c1.js\" crossorigin>"
              .formatted(i));
    }
    page.append("<style>")
        .append(".teaser--small .teaser__link:hover{color:#123456;margin:0 auto}".repeat(400))
        .append("</style></head>");
  }

  private static void navigation(StringBuilder page, String element, String name) {
    page.append("<%s class=\"%s %2$s--sticky\"><ul>".formatted(element, name));
    for (int i = 0; i < LINKS; i++) {
      page.append(
          "<li class=\"%2$s__item %2$s__item--level-1\"><a href=\"/section/%1$d/index.html?ref=%2$s\" class=\"%2$s__link\" data-track=\"%2$s|click|%1$d|section-%1$d\"><span>Section %1$d</span></a></li>\n"
              .formatted(i, name));
    }
    page.append("</ul></").append(element).append(">");
  }

  private static void article(StringBuilder page) {
    page.append("<main><article class=\"story\"><h1>")
        .append(TITLE)
        .append("</h1><p class=byline>By Ann Example</p>");
    for (int i = 0; i < PARAGRAPHS; i++) {
      page.append(
          "<p class=\"story__paragraph\">In part %d of %s the members spoke for the plan, which sets aside money for <a href=\"/topic/schools-%1$d\">schools</a>, roads and a new library in the northern part of the town, and asked for another report in spring before the first contracts are signed by the council, officials said.</p>\n"
              .formatted(i, TITLE));
    }
    page.append("</article></main>");
  }

  private static void teaser(StringBuilder page, int number) {
    page.append(
        """
        <div class="teaser teaser--small teaser--%1$d" data-id="a-%1$d-6f3a9be2c1"><a href="/other/2026/11/22/story-%1$d-with-a-long-address.html" class="teaser__link">
        <picture><source srcset="https://img.example.org/s/480/story-%1$d.webp 480w, https://img.example.org/s/960/story-%1$d.webp 960w"><img src="https://img.example.org/s/240/story-%1$d.jpg" alt="" loading="lazy" width="240" height="135"></picture>
        <svg viewBox="0 0 24 24"><path d="M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10 10-4.48 10-10S17.52 2 12 2zm0 18c-4.41 0-8-3.59-8-8s3.59-8 8-8 8 3.59 8 8-3.59 8-8 8z"></path></svg>
        <span class="teaser__kicker">Section %1$d</span><b class="teaser__title">More of it, and why</b></a></div>
        """
            .formatted(number));
  }
}

package io.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.source.Feed;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.outbound.PrivateHosts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an address would give, from a small web. */
class SourceCheckTest {

  private final SmallWeb web = new SmallWeb();

  @BeforeEach
  void publish() {
    web.set("/robots.txt", 200, "text/plain", "Sitemap: " + web.url("/news.xml") + "\n");
    web.set(
        "/news.xml",
        200,
        "application/xml",
        """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
            xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>%s</loc>
          <news:news><news:publication_date>2026-11-22</news:publication_date>
            <news:title>Council agrees on budget</news:title></news:news></url></urlset>
        """
            .formatted(web.url("/a")));
    web.set(
        "/",
        200,
        "text/html",
        """
        <!doctype html><html lang=en><head><title>The Small Paper</title>
          <link rel=alternate type="application/rss+xml" href="/feed">
          <link rel=alternate type="application/rss+xml" href="/gone"></head><body>
          <nav><a href="/politics">Politics</a> <a href="/login">Sign in</a></nav></body></html>
        """);
    web.set(
        "/politics",
        200,
        "text/html",
        """
        <!doctype html><html lang=en><body><h2><a href="/politics/council-agrees-on-budget-12345">
          Council agrees on budget after a long debate</a></h2></body></html>
        """);
    web.feed("/feed", List.of("/a"));
    web.article("/a", "Council agrees on budget", LineRig.BODY);
  }

  @AfterEach
  void close() {
    web.close();
  }

  private SourceReport check(String path) throws InterruptedException {
    IngestSettings settings =
        LineRig.settings(KafkaSettings.local("127.0.0.1:1"), LineRig.yaml("small", web, "/feed"));
    try (SourceCheck check = new SourceCheck(settings, new PrivateHosts(Set.of(web.authority())))) {
      return check.check(web.url(path));
    }
  }

  @Test
  void aHomePageLeadsToFeedsNewsSitemapsAndSections() throws Exception {
    SourceReport report = check("/");
    assertThat(report.works()).isTrue();
    assertThat(report.findings())
        .filteredOn(SourceReport.Finding::works)
        .extracting(SourceReport.Finding::feed)
        .containsExactly(
            new Feed(web.url("/feed"), Feed.Kind.AUTO),
            new Feed(web.url("/news.xml"), Feed.Kind.SITEMAP),
            new Feed(web.url("/politics"), Feed.Kind.SECTION));
    assertThat(report.best()).containsExactly(new Feed(web.url("/feed"), Feed.Kind.AUTO));
    assertThat(String.join("\n", report.lines()))
        .contains("a news sitemap of 1 pages", "Council agrees on budget", "has 1 articles")
        .contains(web.url("/gone") + " gives nothing: http-status");
    assertThat(report.lines()).noneMatch(line -> line.contains("null"));
    assertThat(web.log()).doesNotContain("/login");
  }

  @Test
  void anArticleIsBestWatchedItself() throws Exception {
    assertThat(check("/a").best()).containsExactly(new Feed(web.url("/a"), Feed.Kind.PAGE));
  }

  @Test
  void whatGivesNothingSaysWhy() throws Exception {
    SourceReport report = check("/nothing");
    assertThat(report.works()).isFalse();
    assertThat(report.best()).isEmpty();
    assertThat(report.lines()).last().asString().contains("gives nothing", "404");
  }
}

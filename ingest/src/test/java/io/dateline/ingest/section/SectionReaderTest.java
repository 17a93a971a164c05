package io.dateline.ingest.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class SectionReaderTest {

  @Test
  void articlesAreToldFromNavigationAndTraps() {
    String html =
        """
        <nav><a href="/politics">Politics</a><a href="/2026/11/22/hidden-in-nav-menu-item">x y z w</a></nav>
        <main>
          <h2><a href="/2026/11/22/council-agrees-on-a-budget">Council agrees on a budget</a></h2>
          <a href="/news/article-1234567.html">Storm closes the harbour for weeks</a>
          <a href="https://other.example/2026/11/22/council-agrees-on-a-budget">Council agrees elsewhere</a>
          <a href="/tag/council-budget-town-hall">All about council and budget</a>
          <a href="/a/a/a/a/long-slug-with-many-words">Growing path with many words</a>
          <a href="/calendar?year=2099">Next month in the calendar</a>
          <a href="/about">About</a>
        </main>
        """;
    assertThat(SectionReader.read(Jsoup.parse(html), "https://www.news.example/"))
        .extracting(SectionReader.Link::url)
        .containsExactly(
            "https://www.news.example/2026/11/22/council-agrees-on-a-budget",
            "https://www.news.example/news/article-1234567.html");
  }
}

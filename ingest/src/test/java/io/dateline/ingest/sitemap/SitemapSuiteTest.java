package io.dateline.ingest.sitemap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.ingest.feed.FeedReader;
import io.dateline.ingest.feed.FeedResult;
import io.dateline.ingest.suite.Suite;
import io.dateline.ingest.suite.Suite.Score;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SitemapSuiteTest {

  @Test
  void sitemapsOfTheSuiteAreRead() {
    Score score = new Score("sitemaps");
    Suite suite = Suite.of("sitemaps");
    for (JsonNode c : suite.cases()) {
      String type = c.at("/in/content_type").isTextual() ? c.at("/in/content_type").asText() : null;
      String url = c.at("/in/url").asText("http://www.example.com/sitemap.xml");
      SitemapResult got = SitemapReader.read(suite.bytes(c), type, url);
      if (got instanceof SitemapResult.Bad) {
        FeedResult feed = FeedReader.read(suite.bytes(c), type, url);
        int entries =
            feed instanceof FeedResult.Parsed p
                ? (int) p.feed().entries().stream().filter(e -> e.link() != null).count()
                : -1;
        boolean fine =
            entries >= 0
                && (!c.at("/expect").has("urls") || c.at("/expect/urls").asInt() == entries);
        score.add(
            fine || c.at("/expect/error").asBoolean(), c + " got " + got + " feed " + entries);
        continue;
      }
      score.add(
          agrees(c.path("expect"), got), c.path("id") + " " + c.path("expect") + " got " + got);
    }
    assertThat(score.print().share()).isEqualTo(1);
  }

  private static boolean agrees(JsonNode want, SitemapResult got) {
    List<SitemapUrl> urls =
        switch (got) {
          case SitemapResult.Pages pages -> pages.urls();
          case SitemapResult.Index index -> index.sitemaps();
          case SitemapResult.Bad bad -> List.of();
        };
    boolean index = got instanceof SitemapResult.Index;
    boolean good = !want.has("urls") || (!index && want.path("urls").asInt() == urls.size());
    good &= !want.has("sitemaps") || (index && want.path("sitemaps").asInt() == urls.size());
    if (want.path("locs").size() > 0) {
      good &= texts(want.path("locs")).equals(urls.stream().map(SitemapUrl::loc).toList());
    }
    JsonNode news = want.path("news");
    if (news.path("titles").size() > 0) {
      good &=
          texts(news.path("titles"))
              .equals(urls.stream().map(u -> String.valueOf(u.title())).toList());
      good &= urls.stream().allMatch(u -> u.published() != null && "en".equals(u.language()));
    }
    return good;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(n -> texts.add(n.asText()));
    return texts;
  }
}

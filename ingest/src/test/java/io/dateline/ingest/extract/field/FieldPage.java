package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.meta.JsonLd;
import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.meta.MetaTags;
import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.PageScanner;
import io.dateline.ingest.extract.scan.RoleTokens;
import io.dateline.ingest.extract.scan.TimeBudget;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** A page scanned for a test of one field: what every reader is given. */
record FieldPage(Page page, MetaTags metas, List<LdNode> nodes, @Nullable LdNode article) {

  static final String URL = "https://www.hafenblatt.example/stadt/bruecke";

  static FieldPage of(String head, String body) {
    String html = "<html><head>" + head + "</head><body>" + body + "</body></html>";
    Page page =
        PageScanner.scan(
            Jsoup.parse(html, URL), new RoleTokens(), new TimeBudget(() -> 0, 1), 10_000);
    List<LdNode> nodes = new JsonLd().nodes(page.jsonLd());
    return new FieldPage(
        page, new MetaTags(page.metas(), page.links()), nodes, JsonLd.article(nodes, URL));
  }

  static String ld(String json) {
    return "<script type=\"application/ld+json\">" + json + "</script>";
  }

  SiteNames site() {
    return new SiteNames(metas, article, URL);
  }

  int heading() {
    return HeadlineFinder.find(page, new TitleChooser().candidates(page, metas, article));
  }
}

package io.dateline.serve.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.Article;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Tag;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.model.ninjs.Json;

/** A list as a JSON Feed 1.1. */
final class JsonFeedList {

  private JsonFeedList() {}

  static byte[] write(ArticleList list) throws CodecException {
    ObjectNode feed = Json.object();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", list.title()).put("home_page_url", list.base() + "/");
    feed.put("feed_url", list.self().toString());
    if (list.next() != null) {
      String mark = list.self().getQuery() == null ? "?" : "&";
      feed.put("next_url", list.self() + mark + "cursor=" + list.next());
    }
    ArrayNode items = feed.putArray("items");
    for (ListedArticle listed : list.articles()) {
      item(items.addObject(), listed, EnrichedCodec.fromJson(listed.record()));
    }
    return Json.write(feed);
  }

  private static void item(ObjectNode item, ListedArticle listed, EnrichedArticle enriched) {
    Article article = enriched.article();
    item.put("id", "urn:uuid:" + listed.id()).put("url", article.uri().value());
    item.put("title", article.text().headline());
    item.put("content_text", article.text().body());
    if (article.text().summary() != null) {
      item.put("summary", article.text().summary());
    }
    item.put("date_published", listed.sortedAt().toString());
    item.put("language", enriched.enrichment().language().value());
    if (!article.credits().authors().isEmpty()) {
      ArrayNode authors = item.putArray("authors");
      article.credits().authors().forEach(name -> authors.addObject().put("name", name));
    }
    ArrayNode tags = item.putArray("tags");
    for (Tag tag : enriched.enrichment().tags()) {
      if (tag.relation() == Tag.Relation.ABOUT) {
        tags.add(tag.name());
      }
    }
  }
}

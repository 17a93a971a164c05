package io.dateline.serve.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.Json;
import java.io.ByteArrayOutputStream;

/** Writes a list in any of its formats. */
public final class ListWriter {

  private ListWriter() {}

  /**
   * The list in a format.
   *
   * @throws CodecException when a record cannot be read, for the formats that read it
   */
  public static byte[] write(ArticleList list, ListFormat format) throws CodecException {
    return switch (format) {
      case JSON -> json(list);
      case NDJSON -> ndjson(list);
      case CSV -> CsvList.write(list);
      case ATOM -> AtomList.write(list);
      case JSONFEED -> JsonFeedList.write(list);
    };
  }

  private static byte[] json(ArticleList list) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("{\"articles\":[".getBytes(UTF_8));
    String separator = "";
    for (ListedArticle article : list.articles()) {
      out.writeBytes(separator.getBytes(UTF_8));
      out.writeBytes(ServedArticle.withId(article.id(), article.record()));
      separator = ",\n";
    }
    String next = list.next() == null ? "null" : '"' + list.next() + '"';
    out.writeBytes(("],\"next\":" + next).getBytes(UTF_8));
    Hits hits = list.hits();
    if (hits != null) {
      byte[] told = Json.write(tell(hits));
      out.write(',');
      out.write(told, 1, told.length - 2);
    }
    out.write('}');
    return out.toByteArray();
  }

  private static ObjectNode tell(Hits hits) {
    ObjectNode node = Json.object().put("total", hits.total());
    ObjectNode facets = node.putObject("facets");
    hits.facets()
        .forEach((facet, values) -> {
          ObjectNode counts = facets.putObject(facet);
          values.forEach((value, count) -> counts.put(value, count));
        });
    ObjectNode highlights = node.putObject("highlights");
    hits.highlights().forEach((id, text) -> highlights.put(id.toString(), text));
    return node;
  }

  private static byte[] ndjson(ArticleList list) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (ListedArticle article : list.articles()) {
      byte[] line = ServedArticle.withId(article.id(), article.record());
      for (byte b : line) {
        // a line break can only stand between JSON tokens, where a space says the same
        out.write(b == '\n' || b == '\r' ? ' ' : b);
      }
      out.write('\n');
    }
    return out.toByteArray();
  }
}

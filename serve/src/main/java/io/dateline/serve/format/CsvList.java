package io.dateline.serve.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dateline.model.Article;
import io.dateline.model.Enrichment;
import io.dateline.model.Tag;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list as CSV (RFC 4180), one row an article; lists inside a cell are parted by spaces. */
final class CsvList {

  private static final List<String> HEADER =
      List.of(
          "id",
          "uri",
          "version",
          "status",
          "published",
          "source",
          "language",
          "headline",
          "located",
          "countries",
          "countries_mentioned",
          "topics",
          "agencies",
          "copy_group",
          "story");

  private CsvList() {}

  static byte[] write(ArticleList list) throws CodecException {
    StringBuilder out = new StringBuilder();
    row(out, HEADER);
    for (ListedArticle listed : list.articles()) {
      var enriched = EnrichedCodec.fromJson(listed.record());
      row(out, cells(listed, enriched.article(), enriched.enrichment()));
    }
    return out.toString().getBytes(UTF_8);
  }

  private static List<String> cells(ListedArticle listed, Article article, Enrichment found) {
    var dateline = article.dateline();
    var copies = found.copyGroup();
    var story = found.story();
    return List.of(
        listed.id().toString(),
        article.uri().value(),
        Integer.toString(article.version()),
        article.status().id(),
        listed.sortedAt().toString(),
        text(article.provenance().source()),
        found.language().value(),
        article.text().headline(),
        dateline == null ? "" : dateline.located(),
        String.join(" ", found.codes(Tag.Kind.COUNTRY, Tag.Relation.ABOUT)),
        String.join(" ", found.codes(Tag.Kind.COUNTRY, Tag.Relation.MENTIONS)),
        String.join(" ", found.codes(Tag.Kind.TOPIC, Tag.Relation.ABOUT)),
        String.join(" ", article.credits().agencies()),
        copies == null ? "" : copies.id(),
        story == null ? "" : story.id());
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  private static void row(StringBuilder out, List<String> cells) {
    out.append(cells.stream().map(CsvList::quote).collect(Collectors.joining(","))).append("\r\n");
  }

  /** Quotes; a cell that a spreadsheet would run as a formula gets an apostrophe in front. */
  static String quote(String cell) {
    boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    String safe = formula ? "'" + cell : cell;
    boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}

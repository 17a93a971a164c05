package io.dateline.enrich.report;

import io.dateline.model.EnrichedArticle;
import io.dateline.model.Evidence;
import io.dateline.model.Passage;
import io.dateline.model.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page that shows articles with every tag's evidence marked, so that an editor can judge a
 * gazetteer or lexicon. One file without scripts, nothing from elsewhere; all text is escaped.
 */
public final class TagReport {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en"><meta charset="utf-8"><title>Tags and their evidence</title>
      <style>
      body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}
      article{border-top:1px solid #999;padding:1em 0} p{white-space:pre-wrap}
      mark.country{background:#cfe8ff} mark.topic{background:#ffe9b8} sup{font-size:.65em}
      td,th{text-align:left;padding:.1em .8em .1em 0;vertical-align:top}
      </style>
      """;

  private TagReport() {}

  /** Words of a tag in one passage. */
  private record Marked(Tag tag, Evidence evidence) {}

  /** The page. */
  public static String html(List<EnrichedArticle> articles) {
    StringBuilder page = new StringBuilder(head());
    articles.forEach(article -> page.append(section(article)));
    return page.append(tail()).toString();
  }

  /** The page up to its first article, for who writes it piece by piece. */
  public static String head() {
    return HEAD;
  }

  /** The page behind its last article. */
  public static String tail() {
    return "</html>\n";
  }

  /** One article: its tags as a table, its text with the evidence marked. */
  public static String section(EnrichedArticle enriched) {
    StringBuilder page = new StringBuilder();
    page.append("<article><h2>").append(escape(enriched.article().uri().value())).append("</h2>\n");
    page.append("<p>language ").append(escape(enriched.enrichment().language().value()));
    page.append("</p>\n<table><tr><th>tag<th>relation<th>score<th>rule<th>evidence</tr>\n");
    enriched.enrichment().tags().forEach(tag -> page.append(row(tag)));
    page.append("</table>\n");
    for (Passage passage : Passage.of(enriched.article())) {
      page.append("<p title=\"").append(escape(passage.pointer())).append("\">");
      page.append(marked(passage, enriched.enrichment().tags())).append("</p>\n");
    }
    return page.append("</article>\n").toString();
  }

  private static String row(Tag tag) {
    List<String> words = tag.evidence().stream().map(Evidence::words).distinct().toList();
    return "<tr><td>%s %s<td>%s<td>%d<td>%s%s<td>%s</tr>%n"
        .formatted(
            escape(tag.code()),
            escape(tag.name()),
            escape(tag.relation().id()),
            tag.confidence(),
            escape(tag.rule()),
            tag.inferred() ? " (inferred)" : "",
            escape(String.join(" · ", words)));
  }

  private static String marked(Passage passage, List<Tag> tags) {
    List<Marked> marks = marks(passage, tags);
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (int i = 0; i < marks.size(); i++) {
      Evidence evidence = marks.get(i).evidence();
      if (evidence.start() < at || evidence.end() > passage.text().length()) {
        continue; // within words that are marked already
      }
      text.append(escape(passage.text().substring(at, evidence.start())));
      text.append("<mark class=\"").append(marks.get(i).tag().kind().id()).append("\">");
      text.append(escape(evidence.words())).append("<sup>");
      text.append(escape(names(marks, i))).append("</sup></mark>");
      at = evidence.end();
    }
    return text.append(escape(passage.text().substring(at))).toString();
  }

  private static List<Marked> marks(Passage passage, List<Tag> tags) {
    List<Marked> marks = new ArrayList<>();
    for (Tag tag : tags) {
      for (Evidence evidence : tag.evidence()) {
        boolean here = evidence.pointer().equals(passage.pointer());
        if (here && tag.relation() != Tag.Relation.BROADER) {
          marks.add(new Marked(tag, evidence));
        }
      }
    }
    marks.sort(
        Comparator.comparingInt((Marked m) -> m.evidence().start())
            .thenComparingInt(m -> -m.evidence().end()));
    return marks;
  }

  /** The tags of the same words: a word may speak for several. */
  private static String names(List<Marked> marks, int first) {
    Evidence words = marks.get(first).evidence();
    return marks.subList(first, marks.size()).stream()
        .takeWhile(m -> m.evidence().equals(words))
        .map(m -> m.tag().name())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

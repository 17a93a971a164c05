package io.dateline.bench;

import io.dateline.model.EnrichedArticle;
import io.dateline.model.Evidence;
import io.dateline.model.Passage;
import io.dateline.model.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
    StringBuilder page = new StringBuilder(HEAD);
    articles.forEach(article -> append(page, article));
    return page.append("</html>\n").toString();
  }

  private static void append(StringBuilder page, EnrichedArticle enriched) {
    page.append("<article><h2>").append(escape(enriched.article().uri().value())).append("</h2>\n");
    page.append("<p>language ").append(escape(enriched.enrichment().language().value()));
    page.append("</p>\n<table><tr><th>tag<th>relation<th>score<th>rule<th>evidence</tr>\n");
    enriched.enrichment().tags().forEach(tag -> page.append(row(tag)));
    page.append("</table>\n");
    for (Passage passage : Passage.of(enriched.article())) {
      page.append("<p title=\"").append(escape(passage.pointer())).append("\">");
      page.append(marked(passage, enriched.enrichment().tags())).append("</p>\n");
    }
    page.append("</article>\n");
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
    List<Marked> marks = new ArrayList<>();
    for (Tag tag : tags) {
      for (Evidence evidence : tag.evidence()) {
        boolean here = evidence.pointer().equals(passage.pointer());
        if (here && tag.relation() != Tag.Relation.BROADER) {
          marks.add(new Marked(tag, evidence));
        }
      }
    }
    marks.sort(Comparator.comparingInt((Marked m) -> m.evidence().start()));
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Marked mark : marks) {
      Evidence evidence = mark.evidence();
      if (evidence.start() >= at && evidence.end() <= passage.text().length()) {
        text.append(escape(passage.text().substring(at, evidence.start())));
        text.append("<mark class=\"").append(mark.tag().kind().id()).append("\">");
        text.append(escape(evidence.words())).append("<sup>");
        text.append(escape(mark.tag().name())).append("</sup></mark>");
        at = evidence.end();
      }
    }
    return text.append(escape(passage.text().substring(at))).toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

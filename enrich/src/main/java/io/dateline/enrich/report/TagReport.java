package io.dateline.enrich.report;

import io.dateline.model.EnrichedArticle;
import io.dateline.model.Evidence;
import io.dateline.model.Passage;
import io.dateline.model.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page that shows articles with every tag's evidence marked, so that an editor can judge a
 * gazetteer or lexicon. One file without scripts, nothing from elsewhere; all text is escaped.
 */
public final class TagReport {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en"><meta charset="utf-8">
      <meta name="viewport" content="width=device-width"><title>Tags and their evidence</title>
      <style>
      :root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--dim:#68707a;--line:#d9dde2;
      --country:#cfe8ff;--topic:#ffe6ad}
      @media(prefers-color-scheme:dark){:root{--paper:#15181c;--ink:#e6e8eb;--dim:#98a1ab;
      --line:#343a41;--country:#17456e;--topic:#664a0d}}
      body{font:16px/1.6 Georgia,serif;max-width:46em;margin:2em auto;padding:0 1em;
      background:var(--paper);color:var(--ink)}
      h1{font-size:1.1em;margin:0} h2{font-size:1.5em;line-height:1.25;margin:.2em 0 .6em}
      header,table,.source,sup,.note{font-family:system-ui,sans-serif}
      header,.source,.note,th{font-size:.82em;color:var(--dim)}
      article{border-top:2px solid var(--line);padding:1.4em 0;margin-top:1.4em}
      p{white-space:pre-wrap;overflow-wrap:break-word}
      mark{color:inherit;border-radius:.2em;padding:0 .15em}
      .country{background:var(--country)} .topic{background:var(--topic)}
      sup{font-size:.62em;padding-left:.3em;opacity:.75}
      table{border-collapse:collapse;font-size:.88em;width:100%;margin:.6em 0 1.2em}
      td,th{text-align:left;padding:.25em .8em .25em 0;vertical-align:top;
      border-bottom:1px solid var(--line);font-weight:normal}
      tr.about td:first-child{font-weight:600} tr.mentions,tr.broader{color:var(--dim)}
      meter{width:5em;vertical-align:middle} .code{color:var(--dim);font-weight:normal}
      </style>
      <header><h1>Tags and their evidence</h1>
      <mark class="country">words for a country</mark> <mark class="topic">words for a topic</mark>
      The small print behind marked words names the tags they speak for. A wrong word is put right in
      the gazetteer or lexicon of its language; CONTRIBUTING.md has the recipes.</header>
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
    String title = enriched.article().text().headline();
    String uri = enriched.article().uri().value();
    StringBuilder page = new StringBuilder("<article>\n<div class=\"source\">");
    page.append(escape(uri)).append(" · language ");
    page.append(escape(enriched.enrichment().language().value())).append("</div>\n<h2>");
    page.append(escape(title.isBlank() ? uri : title)).append("</h2>\n");
    for (String note : enriched.enrichment().notes()) {
      page.append("<div class=\"note\">").append(escape(note)).append("</div>\n");
    }
    page.append("<table><tr><th>tag<th>score<th>relation<th>rule<th>evidence</tr>\n");
    enriched.enrichment().tags().forEach(tag -> page.append(row(tag)));
    page.append("</table>\n");
    for (Passage passage : Passage.of(enriched.article())) {
      page.append("<p title=\"").append(escape(passage.pointer())).append("\">");
      page.append(marked(passage, enriched.enrichment().tags())).append("</p>\n");
    }
    return page.append("</article>\n").toString();
  }

  private static String row(Tag tag) {
    return """
    <tr class="%s"><td>%s <span class="code">%s</span>\
    <td><meter min="0" max="100" value="%d"></meter> %d<td>%s<td>%s%s<td>%s</tr>
    """
        .formatted(
            escape(tag.relation().id()),
            escape(tag.name()),
            escape(tag.code()),
            tag.confidence(),
            tag.confidence(),
            escape(tag.relation().id()),
            escape(tag.rule()),
            tag.inferred() ? ", inferred" : "",
            escape(words(tag)));
  }

  /** Each wording once, with how often it stands there. */
  private static String words(Tag tag) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    tag.evidence().forEach(evidence -> counts.merge(evidence.words(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + " ×" + e.getValue())
        .collect(Collectors.joining(" · "));
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

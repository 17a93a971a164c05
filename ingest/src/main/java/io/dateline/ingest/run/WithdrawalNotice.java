package io.dateline.ingest.run;

import io.dateline.ingest.extract.ExtractResult;
import io.dateline.ingest.extract.PageDecoder;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.frontier.Mark;
import io.dateline.model.Article;
import io.dateline.model.Paragraph;
import io.dateline.model.Reason;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What an outlet puts in the place of an article that it takes back while the address goes on to
 * answer. Believed only of a page that was an article before. Pure.
 */
final class WithdrawalNotice {

  /** A longer text is an article, perhaps about a withdrawal. */
  private static final int LONGEST_TEXT_CHARS = 500;

  private static final int MAX_DEPTH = 512;

  /** Why pages were dropped that must not be parsed. */
  private static final Set<Reason> UNREAD = Set.of(Reason.TOO_COMPLEX, Reason.TOO_LARGE);

  private static final PageDecoder DECODER = new PageDecoder();

  private static final Pattern NOTICE =
      Pattern.compile(
          "(?:this (?:article|story|item|report|page|post) (?:has been|was|is being)"
              + " (?:\\w+ )?(?:withdrawn|retracted|removed|deleted|taken down|unpublished|killed)"
              + "|dies(?:er|e) (?:artikel|beitrag|bericht|text|meldung) (?:wurde|ist)"
              + " (?:[\\p{L}-]+ ){0,3}(?:zurückgezogen|gelöscht|entfernt|depubliziert|zurückgenommen)"
              + "|dies(?:er|e) (?:artikel|beitrag|bericht|text|meldung) ist nicht mehr"
              + " (?:verfügbar|abrufbar|online)"
              + "|cet article a été (?:retiré|supprimé|dépublié)"
              + "|est[ea] (?:artículo|noticia|nota) (?:ha sido|fue) (?:retirad|eliminad|borrad)[oa]"
              + "|quest(?:o articolo|a notizia) è stat[oa] (?:rimoss|ritirat|cancellat)[oa]"
              + "|dit artikel is (?:verwijderd|ingetrokken|teruggetrokken)"
              + "|est[ea] (?:artigo|notícia|reportagem) foi (?:removid|retirad|apagad)[oa])"
              + "[^.!?\\n]{0,200}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern HEADLINE =
      Pattern.compile(
          "(?:withdrawn|retracted|zurückgezogen|retiré|retirado|ritirato|ingetrokken)\\s*[:|–-] .*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private WithdrawalNotice() {}

  /** The notice on a page that was an article; null when it still is, or holds something else. */
  static @Nullable String in(
      Mark.@Nullable PageMark before, ExtractResult result, FetchResult.Fetched fetched) {
    if (before == null || before.uri() == null) {
      return null;
    }
    return switch (result) {
      case ExtractResult.Extracted extracted -> in(extracted.article());
      case ExtractResult.Dropped dropped ->
          UNREAD.contains(dropped.rejection().reason()) ? null : in(fetched);
    };
  }

  private static @Nullable String in(Article article) {
    String headline = article.text().headline();
    if (HEADLINE.matcher(headline).matches()) {
      return headline;
    }
    String text =
        article.text().paragraphs().stream().map(Paragraph::text).collect(Collectors.joining("\n"));
    return text.length() > LONGEST_TEXT_CHARS ? null : in(headline + "\n" + text);
  }

  private static @Nullable String in(FetchResult.Fetched fetched) {
    String html = DECODER.decode(fetched.body(), fetched.contentType()).text();
    Document document = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, fetched.url());
    String title = document.title();
    return HEADLINE.matcher(title).matches() ? title : in(document.body().text());
  }

  private static @Nullable String in(String text) {
    Matcher notice = NOTICE.matcher(text);
    return notice.find() ? notice.group().strip() : null;
  }
}

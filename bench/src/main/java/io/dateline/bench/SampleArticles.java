package io.dateline.bench;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Dates;
import io.dateline.model.LanguageTag;
import io.dateline.model.Provenance;
import io.dateline.model.SourceId;
import io.dateline.model.Text;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Articles of the size of a common news item: each paragraph one sentence that has something to tag
 * and the words of a made-up event, so that grouping has as much to do as with news.
 */
final class SampleArticles {

  private static final int PARAGRAPHS = 5;

  private static final List<String> ENGLISH =
      List.of(
          "The foreign ministers of Turkey and Iran met in Astana to talk about a ceasefire.",
          "Shares on the Frankfurt exchange fell after the central bank raised its interest rate.",
          "The defending champions won the final by two goals in front of a full stadium.",
          "Rescue teams searched the flooded villages in northern Italy for missing people.",
          "Parliament in Warsaw passed the budget after a debate that lasted into the night.",
          "Researchers in Kenya published a study on malaria among children under five.",
          "The company said it would close three plants and cut four thousand jobs.",
          "Police arrested two suspects after the robbery of a jewellery shop in Lyon.",
          "Voters in Chile go to the polls on Sunday to elect a new president.",
          "A spokesman for the union announced further strikes at the airports next week.");
  private static final List<String> GERMAN =
      List.of(
          "Die Außenminister der Türkei und des Irans berieten in Astana über eine Waffenruhe.",
          "Die Aktien an der Frankfurter Börse gaben nach dem Zinsentscheid deutlich nach.",
          "Der Titelverteidiger gewann das Endspiel vor ausverkauftem Haus mit zwei Toren.",
          "Rettungskräfte suchten in den überfluteten Dörfern Norditaliens nach Vermissten.",
          "Das Parlament in Warschau beschloss nach langer Debatte den Haushalt.",
          "Forscher aus Kenia legten eine Studie über Malaria bei kleinen Kindern vor.",
          "Das Unternehmen will drei Werke schließen und viertausend Stellen streichen.",
          "Die Polizei nahm nach dem Überfall auf einen Juwelier zwei Verdächtige fest.",
          "In Chile wählen die Bürger am Sonntag einen neuen Präsidenten.",
          "Ein Sprecher der Gewerkschaft kündigte weitere Streiks an den Flughäfen an.");

  private SampleArticles() {}

  /** So many different articles, half of them German; the same for the same seed. */
  static List<Article> of(int count, long seed) {
    Random random = new Random(seed);
    SyntheticWire wire = new SyntheticWire(seed);
    List<Article> articles = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      articles.add(article(i, wire.next().text().body(), random));
    }
    return articles;
  }

  /** Endless English ones, each different; the same for the same seed. */
  static Supplier<Article> english(long seed) {
    Random random = new Random(seed);
    SyntheticWire wire = new SyntheticWire(seed);
    AtomicInteger even = new AtomicInteger();
    return () -> article(even.getAndAdd(2), wire.next().text().body(), random);
  }

  private static Article article(int i, String filler, Random random) {
    List<String> sentences = i % 2 == 0 ? ENGLISH : GERMAN;
    StringBuilder body = new StringBuilder();
    int step = Math.max(1, filler.length() / PARAGRAPHS);
    for (int at = 0; at < filler.length(); at += step) {
      body.append(sentences.get(random.nextInt(sentences.size()))).append(' ');
      body.append(filler, at, Math.min(filler.length(), at + step)).append("\n\n");
    }
    Instant fetched = Instant.parse("2026-11-22T10:00:00Z").plusSeconds(i % 3_600);
    return Article.builder(
            new ArticleUri("https://news.example/" + i),
            Text.of(sentences.get(random.nextInt(sentences.size())), body.toString()))
        .language(new LanguageTag(i % 2 == 0 ? "en" : "de"))
        .dates(new Dates(null, OffsetDateTime.parse("2026-11-22T09:00:00Z").plusSeconds(i % 3_600)))
        .provenance(Provenance.UNKNOWN.foundBy(new SourceId("outlet" + i % 50), fetched))
        .build();
  }
}

package io.dateline.app.pipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.app.InputFile;
import io.dateline.enrich.Enricher;
import io.dateline.enrich.Enrichers;
import io.dateline.enrich.story.Grouper;
import io.dateline.enrich.story.Grouping;
import io.dateline.model.Article;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Stage;
import io.dateline.model.ninjs.ArticleCodec;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.Json;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline enrich}: articles in, tagged and grouped articles out. */
@Command(
    name = "enrich",
    mixinStandardHelpOptions = true,
    header = "Articles to tagged and grouped articles: NDJSON in and out, in order, in one pass.",
    description = {
      "Reads what 'dateline extract' writes, or bare ninjs articles, one a line.",
      "Rejected lines pass through. The stages are those of the running line."
    })
public final class EnrichCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      defaultValue = "-",
      paramLabel = "FILE.ndjson|-",
      description = "What to read (default: standard input).")
  private String input = "-";

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Also write a page that shows every tag's evidence marked in its article.")
  private @Nullable Path report;

  @Mixin private final PipeOptions options = new PipeOptions();

  /** Reads all lines. */
  @Override
  public Integer call() throws IOException {
    try (InputStream in = open();
        OutputLines out = new OutputLines(new FileOutputStream(FileDescriptor.out));
        ReportFile page = ReportFile.to(report);
        Progress progress = new Progress("articles")) {
      Enriching enriching = new Enriching(Enrichers.standard(), out, page, progress);
      LineReader lines = new LineReader(in);
      for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
        enriching.take(line);
        if (!lines.hasBuffered()) {
          out.flush();
        }
      }
      out.flush();
      return options.finish(enriching.times, "articles", enriching.rejected);
    }
  }

  private InputStream open() throws IOException {
    if (input.equals("-")) {
      return System.in;
    }
    InputStream raw = new BufferedInputStream(Files.newInputStream(InputFile.of(input)));
    return input.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
  }

  /** Enriches and writes what was read; groups by what came before. */
  private static final class Enriching {
    private final Enricher enricher;
    private final OutputLines out;
    private final ReportFile page;
    private final Progress progress;
    private final InstantSource clock = InstantSource.system();
    private final Grouper grouper = Grouper.inMemory();
    private final Timing times = new Timing();
    private int rejected;

    Enriching(Enricher enricher, OutputLines out, ReportFile page, Progress progress) {
      this.enricher = enricher;
      this.out = out;
      this.page = page;
      this.progress = progress;
    }

    void take(LineReader.Line line) throws IOException {
      long begun = System.nanoTime();
      if (line.tooLong()) {
        String detail = "longer than " + LineReader.MAX_LINE_BYTES + " bytes";
        reject(null, null, line, Reason.TOO_LARGE, detail, begun);
        return;
      }
      String id = null;
      String url = null;
      try {
        ObjectNode node = Json.read(line.bytes());
        id = node.path("id").asText(null);
        url = node.path("url").asText(null);
        if (node.has("rejected")) {
          pass(line, begun);
          return;
        }
        EnrichedArticle enriched = enrich(article(node));
        times.add(System.nanoTime() - begun);
        out.article(id, url, enriched);
        page.add(enriched);
        progress.add(false);
      } catch (CodecException e) {
        reject(id, url, line, e.reason(), String.valueOf(e.getMessage()), begun);
      }
    }

    private void pass(LineReader.Line line, long begun) throws IOException {
      times.add(System.nanoTime() - begun);
      rejected++;
      out.copy(line.bytes());
      progress.add(true);
    }

    private static Article article(ObjectNode node) throws CodecException {
      JsonNode wrapped = node.get("article");
      return ArticleCodec.fromJson(Json.write(wrapped == null ? node : wrapped));
    }

    private EnrichedArticle enrich(Article article) {
      EnrichedArticle tagged = enricher.tag(article);
      Grouping grouping =
          grouper.group(
              article, tagged.enrichment().tags(), tagged.enrichment().language(), time(article));
      return new EnrichedArticle(
          article, tagged.enrichment().grouped(grouping.copies(), grouping.story()));
    }

    private Instant time(Article article) {
      OffsetDateTime version = article.dates().latest();
      return version == null ? clock.instant() : version.toInstant();
    }

    private void reject(
        @Nullable String id,
        @Nullable String url,
        LineReader.Line line,
        Reason reason,
        String detail,
        long begun)
        throws IOException {
      times.add(System.nanoTime() - begun);
      rejected++;
      String where = "line " + line.number();
      String subject = url == null ? where : url;
      String told = where + ": " + detail;
      out.rejected(id, url, Rejection.of(Stage.DETECT_LANGUAGE, reason, told, subject));
      progress.add(true);
    }
  }
}

package io.dateline.app.pipe;

import io.dateline.app.CanonicalUri;
import io.dateline.app.SelectorFiles;
import io.dateline.ingest.extract.ArticleExtractor;
import io.dateline.ingest.extract.Explained;
import io.dateline.ingest.extract.ExtractResult;
import io.dateline.ingest.extract.Hints;
import io.dateline.ingest.extract.PageBytes;
import io.dateline.model.Rejection;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline extract}: pages in, articles out. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    header = "Pages to articles: NDJSON on standard output.",
    description = {
      "Reads WARC files (.warc, .warc.gz), pages (.html, .html.gz), plain text (.txt, .txt.gz),",
      "lines of {\"id\",\"url\",\"html\"} (.ndjson, .jsonl, '-' for standard input).",
      "Writes {\"id\",\"url\",\"article\":{ninjs}} or {\"id\",\"url\",\"rejected\":{...}}, in order."
    })
public final class ExtractCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE|-", description = "What to read.")
  private List<String> inputs = List.of();

  @Option(
      names = "--explain",
      description = "Tell on stderr of every block and field: kept or cut, and why.")
  private boolean explain;

  @Option(
      names = "--selectors",
      paramLabel = "DIR",
      description = "Selector files of single outlets (default: DATELINE_SELECTORS).")
  private @Nullable Path selectors;

  @Mixin private final PipeOptions options = new PipeOptions();

  /** Reads all inputs. */
  @Override
  public Integer call() throws IOException {
    inputs.forEach(PageInput::check);
    ArticleExtractor extractor = new ArticleExtractor().with(SelectorFiles.of(selectors));
    try (OutputLines out = new OutputLines(new FileOutputStream(FileDescriptor.out));
        Progress progress = new Progress("pages")) {
      Extracting extracting = new Extracting(extractor, out, progress, explain);
      for (String input : inputs) {
        PageInput.read(input, System.in, extracting);
      }
      out.flush();
      return options.finish(extracting.times, "pages", extracting.rejected);
    }
  }

  /** Extracts and writes what was read. */
  private static final class Extracting implements PageInput.Taker {
    private final ArticleExtractor extractor;
    private final OutputLines out;
    private final Progress progress;
    private final boolean explain;
    private final Timing times = new Timing();
    private int rejected;

    Extracting(ArticleExtractor extractor, OutputLines out, Progress progress, boolean explain) {
      this.extractor = extractor;
      this.out = out;
      this.progress = progress;
      this.explain = explain;
    }

    @Override
    public void page(@Nullable String id, PageBytes page, @Nullable Instant captured)
        throws IOException {
      long begun = System.nanoTime();
      ExtractResult result = explain ? explained(page) : extractor.extract(page);
      times.add(System.nanoTime() - begun);
      write(id, page.url(), result, captured);
    }

    @Override
    public void text(@Nullable String id, String url, String text) throws IOException {
      long begun = System.nanoTime();
      ExtractResult result = extractor.extractText(text, url, Hints.NONE);
      times.add(System.nanoTime() - begun);
      write(id, url, result, null);
    }

    @Override
    public void broken(@Nullable String id, Rejection rejection) throws IOException {
      times.add(0);
      reject(id, rejection.subject(), rejection);
    }

    private ExtractResult explained(PageBytes page) {
      Explained explained = extractor.explain(page);
      System.err.println("# " + page.url());
      explained.trace().forEach(System.err::println);
      return explained.result();
    }

    private void write(
        @Nullable String id, String url, ExtractResult result, @Nullable Instant captured)
        throws IOException {
      switch (result) {
        case ExtractResult.Extracted extracted -> {
          out.article(id, url, CanonicalUri.of(extracted.article(), captured));
          progress.add(false);
        }
        case ExtractResult.Dropped dropped -> reject(id, url, dropped.rejection());
      }
    }

    private void reject(@Nullable String id, String url, Rejection rejection) throws IOException {
      rejected++;
      out.rejected(id, url, rejection);
      progress.add(true);
    }
  }
}

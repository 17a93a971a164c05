package io.dateline.app.pipe;

import io.dateline.app.UsageException;
import io.dateline.enrich.report.TagReport;
import io.dateline.model.EnrichedArticle;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The page that {@code dateline enrich --report} writes beside its output, article by article. */
final class ReportFile implements AutoCloseable {

  /** Articles on a page; a browser can still open it. Later ones are only in the output. */
  static final int MAX_ARTICLES = 2_000;

  private final @Nullable Writer page;
  private int articles;

  private ReportFile(@Nullable Writer page) {
    this.page = page;
  }

  /** A page at a path; none when nobody asked for one. */
  static ReportFile to(@Nullable Path file) throws IOException {
    if (file == null) {
      return new ReportFile(null);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
      throw new UsageException("no place for a report: " + file);
    }
    Writer page = Files.newBufferedWriter(file);
    page.write(TagReport.head());
    return new ReportFile(page);
  }

  void add(EnrichedArticle article) throws IOException {
    if (page != null && articles < MAX_ARTICLES) {
      page.write(TagReport.section(article));
      articles++;
    }
  }

  @Override
  public void close() throws IOException {
    if (page != null) {
      page.write(TagReport.tail());
      page.close();
    }
  }
}

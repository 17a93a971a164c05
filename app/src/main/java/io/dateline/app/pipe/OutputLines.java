package io.dateline.app.pipe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.Article;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Rejection;
import io.dateline.model.ninjs.ArticleCodec;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.model.ninjs.Json;
import io.dateline.model.ninjs.RejectionCodec;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes {@code {"id","url","article"}} and {@code {"id","url","rejected"}}, one a line, UTF-8. */
final class OutputLines implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final BufferedOutputStream out;

  OutputLines(OutputStream out) {
    this.out = new BufferedOutputStream(out, BUFFER_BYTES);
  }

  void article(@Nullable String id, @Nullable String url, Article article) throws IOException {
    write(id, url, "article", ArticleCodec.toJson(article));
  }

  void article(@Nullable String id, @Nullable String url, EnrichedArticle article)
      throws IOException {
    write(id, url, "article", EnrichedCodec.toJson(article));
  }

  void rejected(@Nullable String id, @Nullable String url, Rejection rejection) throws IOException {
    write(id, url, "rejected", RejectionCodec.toJson(rejection));
  }

  /** A line as it came. */
  void copy(byte[] line) throws IOException {
    out.write(line);
    out.write('\n');
  }

  /** Passes on what is buffered, so that a reader of a slow pipe sees it. */
  void flush() throws IOException {
    out.flush();
  }

  /** The value is JSON already: it is put in as it is rather than parsed again. */
  private void write(@Nullable String id, @Nullable String url, String name, byte[] value)
      throws IOException {
    ObjectNode head = Json.object();
    if (id != null) {
      head.put("id", id);
    }
    if (url != null) {
      head.put("url", url);
    }
    byte[] start = Json.write(head);
    out.write(start, 0, start.length - 1);
    String comma = head.isEmpty() ? "" : ",";
    out.write((comma + "\"" + name + "\":").getBytes(StandardCharsets.UTF_8));
    out.write(value);
    out.write('}');
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}

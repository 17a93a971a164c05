package io.dateline.ingest.fetch;

import io.dateline.ingest.fetch.FetchResult.Failed;
import io.dateline.ingest.fetch.FetchResult.Fetched;
import io.dateline.ingest.fetch.FetchResult.NotModified;
import io.dateline.ingest.fetch.FetchResult.Redirected;
import io.dateline.ingest.url.Urls;
import io.dateline.model.Reason;
import io.dateline.runtime.outbound.RetryAfter;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Turns an HTTP answer into a result. */
final class Answers {
  private final InstantSource clock;

  Answers(InstantSource clock) {
    this.clock = clock;
  }

  FetchResult read(ClassicHttpResponse response, FetchRequest request) throws IOException {
    int status = response.getCode();
    if (request.kind() == Kind.HUB && status / 100 == 2) {
      return body(response, request);
    }
    return switch (status) {
      case 200, 203 -> body(response, request);
      case 304 -> new NotModified(validators(response, request.validators()));
      case 301, 308 -> redirect(response, request, true);
      case 302, 303, 307 -> redirect(response, request, false);
      default ->
          new Failed(
              Reason.HTTP_STATUS,
              "status " + status + " of " + request.url(),
              status,
              RetryAfter.parse(header(response, "Retry-After"), clock.instant()),
              false);
    };
  }

  private static FetchResult redirect(
      ClassicHttpResponse response, FetchRequest request, boolean permanent) {
    String location = header(response, "Location");
    String absolute = location == null ? null : Urls.resolve(request.url(), location);
    if (absolute == null) {
      return new Failed(
          Reason.REDIRECTS,
          "redirect without usable Location: " + request.url(),
          response.getCode(),
          null,
          false);
    }
    return new Redirected(absolute, permanent);
  }

  private static FetchResult body(ClassicHttpResponse response, FetchRequest request)
      throws IOException {
    HttpEntity entity = response.getEntity();
    byte[] body = entity == null ? new byte[0] : bytes(response, entity, request.kind());
    return new Fetched(
        request.url(),
        List.of(),
        null,
        header(response, "Content-Type"),
        body,
        validators(response, Validators.NONE),
        rights(response),
        all(response, "Link"));
  }

  private static byte[] bytes(ClassicHttpResponse response, HttpEntity entity, Kind kind)
      throws IOException {
    try (InputStream in = entity.getContent()) {
      boolean cut = kind == Kind.ROBOTS;
      byte[] raw =
          cut
              ? Bodies.readHead(in, kind.maxBytes())
              : Bodies.readAll(in, entity.getContentLength(), kind.maxBytes());
      return Bodies.decode(
          raw, String.join(",", all(response, "Content-Encoding")), kind.maxBytes());
    }
  }

  private static Validators validators(ClassicHttpResponse response, Validators before) {
    String etag = header(response, "ETag");
    String lastModified = header(response, "Last-Modified");
    return new Validators(
        etag == null ? before.etag() : etag,
        lastModified == null ? before.lastModified() : lastModified);
  }

  private static List<String> rights(ClassicHttpResponse response) {
    List<String> found = new ArrayList<>();
    for (String name : List.of("X-Robots-Tag", "tdm-reservation", "tdm-policy")) {
      for (String value : all(response, name)) {
        found.add(name.toLowerCase(Locale.ROOT) + ": " + value.strip());
      }
    }
    return found;
  }

  private static List<String> all(ClassicHttpResponse response, String name) {
    List<String> values = new ArrayList<>();
    for (Header header : response.getHeaders(name)) {
      if (header.getValue() != null) {
        values.add(header.getValue());
      }
    }
    return values;
  }

  private static @Nullable String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }
}

package io.dateline.ingest.fetch;

import io.dateline.model.Reason;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a request. */
public sealed interface FetchResult {

  /**
   * The answer has a body.
   *
   * @param url the address that answered, after redirects
   * @param hops addresses passed through before, first to last
   * @param movedTo where a permanent redirect says the address lives from now on
   * @param contentType header, when sent
   * @param body decoded bytes
   * @param validators for the next time
   * @param rights X-Robots-Tag and tdm-reservation headers as "name: value"
   * @param links the Link headers
   */
  record Fetched(
      String url,
      List<String> hops,
      @Nullable String movedTo,
      @Nullable String contentType,
      byte[] body,
      Validators validators,
      List<String> rights,
      List<String> links)
      implements FetchResult {

    /** Copies the lists. */
    public Fetched {
      hops = List.copyOf(hops);
      rights = List.copyOf(rights);
      links = List.copyOf(links);
    }

    /** The same with the way that led there. */
    public Fetched via(List<String> way, @Nullable String moved) {
      return new Fetched(url, way, moved, contentType, body, validators, rights, links);
    }
  }

  /**
   * 304: nothing new.
   *
   * @param validators for the next time
   */
  record NotModified(Validators validators) implements FetchResult {}

  /**
   * A redirect, not yet followed.
   *
   * @param location absolute address
   * @param permanent 301 or 308
   */
  record Redirected(String location, boolean permanent) implements FetchResult {}

  /**
   * robots.txt does not allow it.
   *
   * @param url the address, which may be that of a redirect
   * @param detail the rule, or why robots.txt could not be had
   * @param retry when no rule forbids it but robots.txt could not be had: until it is asked for
   *     again
   */
  record Disallowed(String url, String detail, @Nullable Duration retry) implements FetchResult {}

  /**
   * The host must be left alone for longer than anybody should wait; nothing was sent.
   *
   * @param url the address
   * @param pause until the next request is welcome
   */
  record Postponed(String url, Duration pause) implements FetchResult {}

  /**
   * No usable answer.
   *
   * @param reason bounded
   * @param detail names the address and what happened
   * @param status HTTP status, 0 when there was none
   * @param retryAfter how long the server asks to be left alone
   * @param hungUp the connection ended before the first byte: what a server does that has just
   *     closed a connection kept open, without having seen the request
   */
  record Failed(
      Reason reason, String detail, int status, @Nullable Duration retryAfter, boolean hungUp)
      implements FetchResult {

    /** A failure without HTTP status. */
    public static Failed of(Reason reason, String detail) {
      return new Failed(reason, detail, 0, null, false);
    }

    /** Whether the same request may succeed later. */
    public boolean isTransient() {
      return switch (reason) {
        case TIMEOUT, UNREACHABLE, BAD_BODY -> true;
        case HTTP_STATUS -> status >= 500 || status == 429 || status == 408 || status == 425;
        default -> false;
      };
    }
  }
}

package io.dateline.serve.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask for what, and how often.
 *
 * <p>Without tokens the server listens on the loopback address only and answers only requests
 * addressed to it by a loopback name, so that no page of another site can reach it by rebinding its
 * own name (DNS rebinding). With tokens, reading needs one and changing needs the write token.
 *
 * @param readToken allows reading; null when none is needed
 * @param writeToken allows everything; null when none is needed
 * @param rates how often one client may ask
 */
public record Access(@Nullable String readToken, @Nullable String writeToken, Rates rates) {

  /** The cookie in which the page keeps its token. */
  public static final String COOKIE = "dateline_token";

  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]", "::1");

  /** Nothing but the loopback address. */
  public static final Access LOOPBACK_ONLY = new Access(null, null);

  /** With these tokens and the usual rates. */
  public Access(@Nullable String readToken, @Nullable String writeToken) {
    this(readToken, writeToken, Rates.DEFAULT);
  }

  /** Whether tokens are needed. */
  public boolean needsToken() {
    return readToken != null || writeToken != null;
  }

  /** Refuses a request that may not be answered. */
  void check(Request request, String path) {
    checkOrigin(request);
    if (!needsToken()) {
      checkHost(request);
      return;
    }
    boolean open = path.equals("/livez") || path.equals("/readyz") || path.equals("/api/v1/login");
    boolean guarded = path.startsWith("/api/") || path.equals("/metrics");
    if (open || !guarded) {
      return;
    }
    String token = token(request);
    if (token == null) {
      throw ProblemException.of(401, "a token is needed: Authorization: Bearer TOKEN");
    }
    boolean reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (!(allowsWriting(token) || (reading && allowsReading(token)))) {
      throw ProblemException.of(403, "this token does not allow " + request.getMethod());
    }
  }

  /** Whether a token opens anything at all. */
  boolean isKnown(String token) {
    return allowsReading(token) || allowsWriting(token);
  }

  private boolean allowsReading(String token) {
    return readToken != null && same(readToken, token);
  }

  private boolean allowsWriting(String token) {
    return writeToken != null && same(writeToken, token);
  }

  private static boolean same(String ours, String theirs) {
    return MessageDigest.isEqual(ours.getBytes(UTF_8), theirs.getBytes(UTF_8));
  }

  private static @Nullable String token(Request request) {
    String header = request.getHeaders().get("Authorization");
    if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return header.substring(7).strip();
    }
    if (header != null && header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return password(header.substring(6).strip());
    }
    for (HttpCookie cookie : Request.getCookies(request)) {
      if (cookie.getName().equals(COOKIE)) {
        return cookie.getValue();
      }
    }
    return null;
  }

  /** Feed readers know no other way to send a token than as a password (RFC 7617). */
  private static @Nullable String password(String credentials) {
    try {
      String pair = new String(Base64.getDecoder().decode(credentials), UTF_8);
      return pair.substring(pair.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return null; // no base64: as if nothing had been sent
    }
  }

  /** A page of another site may not change anything, whatever its browser sends along. */
  private static void checkOrigin(Request request) {
    String origin = request.getHeaders().get("Origin");
    String own = request.getHttpURI().getScheme() + "://" + request.getHttpURI().getAuthority();
    boolean changes = !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
    if (changes && origin != null && !origin.equals(own)) {
      throw ProblemException.of(403, "this comes from " + origin + ", not from our own page");
    }
  }

  private static void checkHost(Request request) {
    String host = request.getHttpURI().getHost();
    if (host == null || !LOOPBACK.contains(host.toLowerCase(Locale.ROOT))) {
      throw ProblemException.of(
          421, "this server answers loopback names only; set tokens to open it");
    }
  }

  /** Hides the tokens. */
  @Override
  public String toString() {
    return "Access[readToken=" + shown(readToken) + ", writeToken=" + shown(writeToken) + "]";
  }

  private static String shown(@Nullable String token) {
    return token == null ? "none" : "***";
  }
}

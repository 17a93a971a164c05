package io.dateline.serve.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every request: headers that all answers carry, access, route, and what went wrong. */
final class FrontDoor extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

  static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  private static final String RETRY_SECONDS = "5";

  /** SQLSTATE of PostgreSQL for a table that is not there. */
  private static final String NO_SUCH_TABLE = "42P01";

  private final Router router;
  private final Access access;
  private final RateLimits limits;

  FrontDoor(Router router, Access access) {
    this.router = router;
    this.access = access;
    limits = new RateLimits(access.rates(), System::nanoTime);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    secure(response.getHeaders());
    try {
      answer(request, response);
      callback.succeeded();
    } catch (ProblemException e) {
      problem(request, response, callback, e);
    } catch (SQLException e) {
      problem(request, response, callback, store(e));
    } catch (IOException e) {
      LOG.debug("{} ended: {}", request.getHttpURI(), e.toString());
      callback.failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      callback.failed(e);
    } catch (RuntimeException e) {
      LOG.error("{} {} failed", request.getMethod(), request.getHttpURI(), e);
      problem(request, response, callback, ProblemException.of(500, "a bug of ours; it is logged"));
    }
    return true;
  }

  private void answer(Request request, Response response)
      throws IOException, SQLException, InterruptedException {
    String path = Request.getPathInContext(request);
    access.check(request, path);
    limit(request, response, path);
    Optional<Router.Found> found = router.find(request.getMethod(), path);
    if (found.isEmpty()) {
      List<String> methods = router.methods(path);
      if (methods.isEmpty()) {
        throw ProblemException.of(404, "nothing is served at " + path);
      }
      response.getHeaders().put("Allow", String.join(", ", methods));
      throw ProblemException.of(405, path + " answers " + String.join(", ", methods));
    }
    found.get().route().answer(new Exchange(request, response, found.get().captured()));
  }

  private void limit(Request request, Response response, String path) {
    Optional<RateLimits.Limit> limit = RateLimits.Limit.of(request.getMethod(), path);
    if (limit.isEmpty()
        || !(request.getConnectionMetaData().getRemoteSocketAddress()
            instanceof InetSocketAddress client)) {
      return;
    }
    Optional<Duration> wait = limits.take(client.getAddress(), limit.get());
    if (wait.isPresent()) {
      long seconds = wait.get().plusSeconds(1).toSeconds();
      response.getHeaders().put("Retry-After", Long.toString(seconds));
      String name = limit.get().name().toLowerCase(Locale.ROOT);
      throw ProblemException.of(429, "too many requests of the kind '" + name + "'; wait");
    }
  }

  private static void secure(HttpFields.Mutable headers) {
    headers.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cache-Control", "no-store");
  }

  private static ProblemException store(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.equals(NO_SUCH_TABLE)) {
      LOG.info("the store is not set up yet: the sink does it when it starts");
      return ProblemException.of(503, "the store is not set up yet; try again");
    }
    // connection, operator intervention, resources
    boolean passing =
        e instanceof SQLTransientException
            || state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57");
    if (!passing) {
      LOG.error("a query of ours failed", e);
      return ProblemException.of(500, "a query of ours failed; it is logged");
    }
    LOG.warn("the store does not answer: {}", e.getMessage());
    return ProblemException.of(503, "the store does not answer; try again");
  }

  private static void problem(
      Request request, Response response, Callback callback, ProblemException problem) {
    if (response.isCommitted()) {
      callback.failed(problem);
      return;
    }
    if (problem.status() == 503) {
      response.getHeaders().put("Retry-After", RETRY_SECONDS);
    }
    if (problem.status() == 401) {
      response.getHeaders().put("WWW-Authenticate", "Bearer");
    }
    try {
      new Exchange(request, response, List.of())
          .send(problem.status(), "application/problem+json", problem.toJson());
      callback.succeeded();
    } catch (IOException e) {
      callback.failed(e);
    }
  }
}

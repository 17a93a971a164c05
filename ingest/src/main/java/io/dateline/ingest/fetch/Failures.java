package io.dateline.ingest.fetch;

import io.dateline.ingest.fetch.FetchResult.Failed;
import io.dateline.model.Reason;
import io.dateline.runtime.outbound.ForbiddenAddressException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Exceptions of the HTTP client as values. */
final class Failures {

  private Failures() {}

  static Failed of(Exception e, URI uri) {
    boolean hungUp = e instanceof NoHttpResponseException;
    return new Failed(reason(e), describe(e) + ": " + uri, 0, null, hungUp);
  }

  private static Reason reason(Throwable e) {
    return switch (e) {
      case Bodies.BodyException body -> body.reason();
      case ForbiddenAddressException forbidden -> Reason.FORBIDDEN_ADDRESS;
      case UnknownHostException unknown -> Reason.UNREACHABLE;
      case ConnectTimeoutException timeout -> Reason.UNREACHABLE;
      case HttpHostConnectException refused -> Reason.UNREACHABLE;
      case SocketTimeoutException timeout -> Reason.TIMEOUT;
      case InterruptedIOException interrupted -> Reason.TIMEOUT;
      case ConnectException refused -> Reason.UNREACHABLE;
      case NoRouteToHostException none -> Reason.UNREACHABLE;
      case SSLException tls -> Reason.UNREACHABLE;
      case SocketException reset -> Reason.BAD_BODY;
      default -> e.getCause() == null ? Reason.BAD_BODY : reason(e.getCause());
    };
  }

  private static String describe(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}

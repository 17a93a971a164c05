package io.dateline.serve.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;

/** Takes the token that a person typed into the page and keeps it in a cookie of the browser. */
final class LoginRoute implements Route {
  private final Access access;

  LoginRoute(Access access) {
    this.access = access;
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    String token = new String(exchange.body(), US_ASCII).strip();
    if (!access.isKnown(token)) {
      throw ProblemException.of(403, "this is not a token of this server");
    }
    // Strict: no other site can make the browser send it
    exchange
        .set(
            "Set-Cookie",
            Access.COOKIE + "=" + token + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000")
        .send(204);
  }
}

package io.dateline.serve.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.model.ninjs.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** One request and its answer. */
public final class Exchange {

  /** Longest request body read, in bytes. */
  static final int MAX_BODY_BYTES = 64 * 1024;

  private final Request request;
  private final Response response;
  private final List<String> captured;

  Exchange(Request request, Response response, List<String> captured) {
    this.request = request;
    this.response = response;
    this.captured = captured;
  }

  /** The query parameters. */
  public Parameters parameters() {
    try {
      return new Parameters(Request.extractQueryParameters(request, UTF_8));
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw ProblemException.of(400, "the query string cannot be read: " + e.getMessage());
    }
  }

  /** The path's variable segment with this number, from 0. */
  public String segment(int index) {
    return captured.get(index);
  }

  /** A request header; null when absent. */
  public @Nullable String header(String name) {
    return request.getHeaders().get(name);
  }

  /** The address asked for, without scheme changes: scheme, authority, path and query. */
  public URI self() {
    return request.getHttpURI().toURI();
  }

  /** Scheme and authority of the address asked for. */
  public URI base() {
    var uri = request.getHttpURI();
    return URI.create(uri.getScheme() + "://" + uri.getAuthority());
  }

  /** The request's body, at most {@value #MAX_BODY_BYTES} bytes. */
  public byte[] body() throws IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = in.readNBytes(MAX_BODY_BYTES + 1);
      if (body.length > MAX_BODY_BYTES) {
        throw ProblemException.of(413, "the body is longer than " + MAX_BODY_BYTES + " bytes");
      }
      return body;
    }
  }

  /** Sets a header of the answer. */
  public Exchange set(String name, String value) {
    response.getHeaders().put(name, value);
    return this;
  }

  /** Answers with JSON and 200. */
  public void json(JsonNode node) throws IOException {
    send(200, "application/json", Json.write(node));
  }

  /** Answers. */
  public void send(int status, String contentType, byte[] body) throws IOException {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    Content.Sink.write(response, true, ByteBuffer.wrap(body));
  }

  /** Answers without a body. */
  public void send(int status) throws IOException {
    response.setStatus(status);
    Content.Sink.write(response, true, null);
  }

  /** Sends a part of a body of unknown length and waits until the network took it. */
  void write(byte[] part) throws IOException {
    Content.Sink.write(response, false, ByteBuffer.wrap(part));
  }

  /** Ends a body of unknown length. */
  void end() throws IOException {
    Content.Sink.write(response, true, null);
  }

  /** The connection below. */
  EndPoint endPoint() {
    return request.getConnectionMetaData().getConnection().getEndPoint();
  }
}

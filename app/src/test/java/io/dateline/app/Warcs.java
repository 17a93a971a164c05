package io.dateline.app;

import java.nio.charset.StandardCharsets;

/** Writes a WARC 1.1 response record (ISO 28500) by hand. */
public final class Warcs {

  private Warcs() {}

  /** One record with a page. */
  public static byte[] archive(String url, String html) {
    byte[] page = html.getBytes(StandardCharsets.UTF_8);
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
            + page.length
            + "\r\n\r\n"
            + html;
    byte[] block = http.getBytes(StandardCharsets.UTF_8);
    String head =
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:"
            + "92283950-ef2f-4d72-b224-f54c6ec90bb0>\r\nWARC-Date: 2026-11-20T08:00:00Z\r\n"
            + "WARC-Target-URI: "
            + url
            + "\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: "
            + block.length
            + "\r\n\r\n";
    return (head + http + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
  }
}

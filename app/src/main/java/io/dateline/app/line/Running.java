package io.dateline.app.line;

import java.nio.file.Path;

/**
 * Where a running line is found.
 *
 * @param port of page and API, on loopback
 * @param kafka "host:port"
 * @param database JDBC address
 * @param data its folder
 */
record Running(int port, String kafka, String database, Path data) {

  /** The address of the page. */
  String page() {
    return "http://127.0.0.1:" + port + "/";
  }
}

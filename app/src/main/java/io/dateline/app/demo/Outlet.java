package io.dateline.app.demo;

/**
 * An invented outlet.
 *
 * @param id names it; "id.localhost" is its host
 * @param name for people
 * @param language of its articles
 * @param country ISO 3166-1 alpha-2 code
 */
record Outlet(String id, String name, String language, String country) {

  /** A name that browsers resolve to loopback by themselves (RFC 6761). */
  String host() {
    return id + ".localhost";
  }
}

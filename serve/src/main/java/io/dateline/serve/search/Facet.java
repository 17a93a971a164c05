package io.dateline.serve.search;

import java.util.Locale;

/** What hits are counted by. */
public enum Facet {
  /** Media Topic, broader ones included. */
  TOPIC(50),
  /** Country the article is about. */
  COUNTRY(50),
  /** Language. */
  LANGUAGE(30),
  /** Outlet. */
  SOURCE(30),
  /** Day, in UTC. */
  DAY(400);

  private final int most;

  Facet(int most) {
    this.most = most;
  }

  /** Most values told. */
  int most() {
    return most;
  }

  /** Lower-case name. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

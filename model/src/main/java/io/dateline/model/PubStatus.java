package io.dateline.model;

/** Publication status as ninjs {@code pubStatus} spells it. */
public enum PubStatus {
  /** Fit for use. */
  USABLE("usable"),
  /** Not yet to be published. */
  WITHHELD("withheld"),
  /** Withdrawn. */
  CANCELED("canceled");

  private final String id;

  PubStatus(String id) {
    this.id = id;
  }

  /** The ninjs value. */
  public String id() {
    return id;
  }
}

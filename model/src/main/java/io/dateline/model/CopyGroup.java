package io.dateline.model;

/**
 * The copies of one wire text.
 *
 * @param id names the group: the uri of the article first seen
 * @param role whether this article was first
 * @param similarity 0 to 100: share of this text found in the group's text
 */
public record CopyGroup(String id, Role role, int similarity) {

  /** An article's place in its group. */
  public enum Role {
    /** Seen first. */
    FIRST("first"),
    /** Seen later with the same text. */
    COPY("copy");

    private final String id;

    Role(String id) {
      this.id = id;
    }

    /** Lower-case name. */
    public String id() {
      return id;
    }
  }

  /** Checks the similarity. */
  public CopyGroup {
    if (similarity < 0 || similarity > 100) {
      throw new IllegalArgumentException("similarity " + similarity + " is not within 0 to 100");
    }
  }
}

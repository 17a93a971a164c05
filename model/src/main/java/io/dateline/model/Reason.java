package io.dateline.model;

import java.util.Locale;

/** Why something left the line. A bounded list: it becomes a metric tag. */
public enum Reason {
  /** robots.txt does not allow it, or could not be reached. */
  DISALLOWED,
  /** The address is private, local, or of a scheme or port we do not fetch. */
  FORBIDDEN_ADDRESS,
  /** DNS, connection or TLS failed. */
  UNREACHABLE,
  /** A deadline passed. */
  TIMEOUT,
  /** The server answered with an error status. */
  HTTP_STATUS,
  /** Too many or looping redirects. */
  REDIRECTS,
  /** More bytes than the limit, compressed or not. */
  TOO_LARGE,
  /** The body ended early or its coding is broken. */
  BAD_BODY,
  /** Not a type we read. */
  UNSUPPORTED_TYPE,
  /** Not a feed or sitemap that can be read. */
  BAD_FEED,
  /** Not a WARC file that can be read, or it ends early. */
  BAD_ARCHIVE,
  /** Nothing to read in it. */
  EMPTY,
  /** A page, but not an article: index, gallery, video page, error page. */
  NOT_AN_ARTICLE,
  /** No running text was found. */
  NO_BODY,
  /** Markup too deep or too long to work on within the limits. */
  TOO_COMPLEX,
  /** Not JSON. */
  BAD_JSON,
  /** JSON, but not ninjs as the contract has it. */
  BAD_NINJS,
  /** A file of a wire that is not one of the formats we read. */
  BAD_WIRE_FILE,
  /** A stage threw an exception: a bug of ours. */
  INTERNAL_ERROR;

  /** Lower case with hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The reason of that name.
   *
   * @throws IllegalArgumentException naming the unknown id
   */
  public static Reason of(String id) {
    for (Reason reason : values()) {
      if (reason.id().equals(id)) {
        return reason;
      }
    }
    throw new IllegalArgumentException("unknown reason '" + id + "'");
  }
}

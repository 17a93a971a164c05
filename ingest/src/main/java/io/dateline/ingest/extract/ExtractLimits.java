package io.dateline.ingest.extract;

import java.time.Duration;

/**
 * What a page may cost.
 *
 * @param maxBytes largest page, bytes
 * @param maxDepth deepest nesting of elements; deeper markup is flattened by the parser
 * @param maxElements most elements looked at; the rest is not read
 * @param bytesPerTag least bytes of page for each start tag of a page with more than {@link
 *     #FREE_TAGS}: bounds the memory that the tree takes to about twelve times the page
 * @param budget longest time on one page after parsing; past it the page is dropped
 */
public record ExtractLimits(
    int maxBytes, int maxDepth, int maxElements, int bytesPerTag, Duration budget) {

  /** Start tags that any page may have, however small it is. */
  public static final int FREE_TAGS = 5_000;

  /**
   * 10 MiB, 512 deep, a million elements, 36 bytes a tag (of 1,789 real pages the densest has 40),
   * 2 seconds.
   */
  public static final ExtractLimits DEFAULT =
      new ExtractLimits(10 * 1024 * 1024, 512, 1_000_000, 36, Duration.ofSeconds(2));

  /** Checks that all limits are positive. */
  public ExtractLimits {
    boolean counted = maxBytes > 0 && maxDepth > 0 && maxElements > 0 && bytesPerTag > 0;
    if (!counted || !budget.isPositive()) {
      throw new IllegalArgumentException("extract limits must be positive");
    }
  }

  /** Most start tags of a page of so many bytes. */
  int maxTags(int bytes) {
    return Math.max(FREE_TAGS, bytes / bytesPerTag);
  }
}

package io.dateline.ingest.extract;

import java.time.Duration;

/**
 * What a page may cost.
 *
 * @param maxBytes largest page, bytes
 * @param maxDepth deepest nesting of elements; deeper markup is flattened by the parser
 * @param maxElements most elements looked at; the rest is not read
 * @param budget longest time on one page after parsing; past it the page is dropped
 */
public record ExtractLimits(int maxBytes, int maxDepth, int maxElements, Duration budget) {

  /** 10 MiB, 512 deep, a million elements, 2 seconds. */
  public static final ExtractLimits DEFAULT =
      new ExtractLimits(10 * 1024 * 1024, 512, 1_000_000, Duration.ofSeconds(2));

  /** Checks that all limits are positive. */
  public ExtractLimits {
    if (maxBytes < 1 || maxDepth < 1 || maxElements < 1 || !budget.isPositive()) {
      throw new IllegalArgumentException("extract limits must be positive");
    }
  }
}

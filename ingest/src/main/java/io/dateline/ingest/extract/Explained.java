package io.dateline.ingest.extract;

import java.util.List;

/**
 * A result with the account of how it came about.
 *
 * @param result what came out
 * @param trace every block in reading order and every chosen field: kept or cut, and why
 */
public record Explained(ExtractResult result, List<TraceLine> trace) {

  /** Copies the trace. */
  public Explained {
    trace = List.copyOf(trace);
  }
}

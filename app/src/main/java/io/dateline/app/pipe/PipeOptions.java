package io.dateline.app.pipe;

import picocli.CommandLine.Option;

/** What the verbs on pipes have in common. */
final class PipeOptions {
  @Option(
      names = "--timing",
      description = "Print items, wall seconds and ms per item as one line of JSON on stderr.")
  boolean timing;

  @Option(
      names = "--max-rejected",
      paramLabel = "N|N%",
      defaultValue = RejectLimit.UNLIMITED,
      converter = RejectLimit.Converter.class,
      description = "Exit with 1 when more than that is rejected (default: ${DEFAULT-VALUE}).")
  RejectLimit maxRejected = RejectLimit.NO_LIMIT;

  /** Prints the timing when asked for; the exit code. */
  int finish(Timing times, String what, int rejected) {
    if (timing) {
      System.err.println(times.report(what));
    }
    return maxRejected.isExceeded(rejected, times.count()) ? 1 : 0;
  }
}

package io.dateline.ingest.extract.scan;

import java.util.function.LongSupplier;

/** Tells whether the time for a page is used up; asks the ticker only now and then. */
public final class TimeBudget {

  /** Steps between two looks at the ticker. */
  private static final int STEPS_A_LOOK = 1_024;

  private final LongSupplier ticker;
  private final long deadlineNanos;
  private int steps;
  private boolean spent;

  /**
   * Starts the budget now.
   *
   * @param ticker monotonic nanoseconds
   * @param budgetNanos how long
   */
  public TimeBudget(LongSupplier ticker, long budgetNanos) {
    this.ticker = ticker;
    this.deadlineNanos = ticker.getAsLong() + budgetNanos;
  }

  /** Counts a step; true once the time is up. */
  public boolean spent() {
    if (!spent && ++steps % STEPS_A_LOOK == 0) {
      spent = ticker.getAsLong() - deadlineNanos > 0;
    }
    return spent;
  }
}

package io.dateline.serve.alert;

import io.dateline.serve.watch.Hit;
import io.dateline.serve.watch.Watch;
import java.util.List;

/** Sends hits to one kind of receiver. Every failure is a value. */
@FunctionalInterface
interface Sender<A> {

  /**
   * Sends.
   *
   * @param watch whose hits
   * @param alert where to
   * @param hits one or more, oldest first
   */
  Outcome send(Watch watch, A alert, List<Hit> hits);
}

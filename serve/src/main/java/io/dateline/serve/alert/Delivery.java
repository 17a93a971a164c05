package io.dateline.serve.alert;

import io.dateline.serve.watch.Hit;
import java.time.Instant;

/**
 * One hit on its way to one receiver.
 *
 * @param id the same for the same hit and alert
 * @param alert id of the alert within its watch
 * @param hit what is sent
 * @param state where it stands
 * @param attempts tries so far
 * @param dueAt when it is tried next; when it ended once it has
 * @param note what the last try gave, for people: at most {@value #MAX_NOTE_CHARS} UTF-16 units
 */
public record Delivery(
    String id, String alert, Hit hit, State state, int attempts, Instant dueAt, String note) {

  /** Longest note, in UTF-16 units. */
  public static final int MAX_NOTE_CHARS = 200;

  /** Where a delivery stands. */
  public enum State {
    /** To be tried. */
    PENDING,
    /** Taken by its receiver. */
    DELIVERED,
    /** Given up. */
    FAILED,
    /** Its alert or its watch is gone. */
    CANCELLED
  }

  /** Cuts the note. */
  public Delivery {
    note = note.length() > MAX_NOTE_CHARS ? note.substring(0, MAX_NOTE_CHARS) : note;
  }

  /** A new one. */
  public static Delivery of(Hit hit, String alert, Instant dueAt) {
    return new Delivery(hit.id() + "/" + alert, alert, hit, State.PENDING, 0, dueAt, "");
  }

  /** Whether nothing will be tried any more. */
  public boolean isOver() {
    return state != State.PENDING;
  }

  /** The watch whose alert it is. */
  public String watch() {
    return hit.watch();
  }

  /** Names its alert among all alerts. */
  String receiver() {
    return hit.watch() + "/" + alert;
  }

  Delivery ended(State end, int tries, Instant at, String why) {
    return new Delivery(id, alert, hit, end, tries, at, why);
  }

  Delivery again(Instant at, String why) {
    return new Delivery(id, alert, hit, State.PENDING, attempts + 1, at, why);
  }
}

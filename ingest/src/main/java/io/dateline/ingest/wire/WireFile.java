package io.dateline.ingest.wire;

import io.dateline.model.Reason;
import java.util.List;

/** What became of the bytes of a delivered file. */
public sealed interface WireFile {

  /**
   * It could be read.
   *
   * @param items text items, at least one
   * @param refused what else was in the file and why it is not taken, for people
   */
  record Items(List<WireItem> items, List<String> refused) implements WireFile {

    /** Copies the lists. */
    public Items {
      items = List.copyOf(items);
      refused = List.copyOf(refused);
    }
  }

  /**
   * It ends before its end: perhaps it is still being written.
   *
   * @param detail for people
   */
  record Unfinished(String detail) implements WireFile {}

  /**
   * Nothing of it can be taken.
   *
   * @param reason bounded
   * @param detail for people
   */
  record Bad(Reason reason, String detail) implements WireFile {}
}

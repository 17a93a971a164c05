package io.dateline.serve.http;

/** Takes sources that are added over HTTP. Behind it is whoever watches them; serve does not. */
@FunctionalInterface
public interface SourceIntake {

  /** For a server that runs without anybody who watches. */
  SourceIntake NONE = json -> new Unavailable("this server has nobody to give sources to");

  /** What became of a source. */
  sealed interface Result {}

  /**
   * It is watched from now on.
   *
   * @param id names it
   * @param json the source as it is kept
   */
  record Added(String id, byte[] json) implements Result {}

  /**
   * It cannot be watched.
   *
   * @param why for people
   */
  record Refused(String why) implements Result {}

  /**
   * Another source has its id.
   *
   * @param id the id
   */
  record Taken(String id) implements Result {}

  /**
   * It could not be handed over now.
   *
   * @param why for people
   */
  record Unavailable(String why) implements Result {}

  /**
   * Adds a source.
   *
   * @param json as in the sources file, or only {@code url} and, perhaps, {@code kind}
   */
  Result add(byte[] json) throws InterruptedException;
}

package io.dateline.serve.http;

/** Whether copies of one text are listed and counted: the parameter "copies". */
enum Copies {
  /** They are. */
  ALL,
  /** Only the article that was seen first. */
  FIRST;

  static Copies read(Parameters parameters) {
    return parameters.word("copies", ALL, Copies.class);
  }
}

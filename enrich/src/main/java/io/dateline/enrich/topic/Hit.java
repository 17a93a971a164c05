package io.dateline.enrich.topic;

/**
 * One place where a term was found.
 *
 * @param entry the term
 * @param passage index of the passage
 * @param start first UTF-16 unit in the passage
 * @param end one behind the last UTF-16 unit
 */
record Hit(Entry entry, int passage, int start, int end) {}

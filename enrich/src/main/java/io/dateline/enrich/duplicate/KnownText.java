package io.dateline.enrich.duplicate;

/**
 * A text that was seen before.
 *
 * @param article hash of its article's uri
 * @param group the copy group it was put into: the uri of the group's first article
 * @param sketch its text
 */
public record KnownText(long article, String group, Sketch sketch) {}

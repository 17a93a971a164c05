package io.dateline.enrich.duplicate;

/**
 * A text that was seen before.
 *
 * @param uri its article
 * @param group the copy group it was put into: the uri of the group's first article
 * @param sketch its text
 */
public record KnownText(String uri, String group, Sketch sketch) {}

package io.dateline.app.demo;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of one page of the wire.
 *
 * @param outlet id of the outlet
 * @param slug names the page within it
 * @param at when it appears in the feed, after the wire's start
 * @param published first publication
 * @param style how the page is marked up
 * @param fields all other header lines by name
 * @param body its blocks in order
 */
record Sample(
    String outlet,
    String slug,
    Duration at,
    OffsetDateTime published,
    Style style,
    Map<String, String> fields,
    List<Block> body) {

  /** How a page is marked up. */
  enum Style {
    /** JSON-LD NewsArticle and a clean article element. */
    JSONLD,
    /** OpenGraph meta tags and a div. */
    OPENGRAPH,
    /** Headings and paragraphs only. */
    PLAIN,
    /** Caption, credit and dateline glued to the text. */
    NAIVE,
    /** Unclosed tags and half a JSON-LD. */
    BROKEN,
    /** No text at all. */
    EMPTY,
    /** Dateline and sign-off of an agency within the text. */
    AGENCY
  }

  /** A part of the body. */
  sealed interface Block {}

  /** Running text. */
  record Text(String words) implements Block {}

  /** A heading within the text. */
  record Subhead(String words) implements Block {}

  /** One item of a list. */
  record Item(String words) implements Block {}

  /** A quotation set apart. */
  record Quote(String words) implements Block {}

  /** Copies fields and blocks. */
  Sample {
    fields = Map.copyOf(fields);
    body = List.copyOf(body);
  }

  /** A header line that must be there. */
  String required(String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("sample " + outlet + "/" + slug + " has no " + name);
    }
    return value;
  }

  /** A header line, or null. */
  @Nullable String field(String name) {
    return fields.get(name);
  }

  /** When this version was made. */
  OffsetDateTime modified() {
    String modified = fields.get("modified");
    return modified == null ? published : OffsetDateTime.parse(modified);
  }

  /** The path of its page; all versions share it. */
  String path() {
    return "/" + slug + ".html";
  }
}

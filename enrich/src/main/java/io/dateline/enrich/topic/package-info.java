/**
 * Says what an article is about, in IPTC Media Topics, by weighted words and phrases that a person
 * can read and correct, and shows the words that made it say so.
 */
@NullMarked
package io.dateline.enrich.topic;

import org.jspecify.annotations.NullMarked;

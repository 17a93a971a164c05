/** One pass over a text that finds the phrases of a dictionary: tokens and a trie of tokens. */
@NullMarked
package io.dateline.enrich.match;

import org.jspecify.annotations.NullMarked;

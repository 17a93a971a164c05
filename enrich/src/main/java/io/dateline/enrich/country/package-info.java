/**
 * Tags the countries an article is about and those it mentions, with the words that say so. Pure;
 * the gazetteers are plain data files beside it.
 */
@NullMarked
package io.dateline.enrich.country;

import org.jspecify.annotations.NullMarked;

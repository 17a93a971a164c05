/** Search: a Lucene index that follows the enriched channel, a view that can be rebuilt. */
@NullMarked
package io.dateline.serve.search;

import org.jspecify.annotations.NullMarked;

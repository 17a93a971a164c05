/** The live stream: one reader of the enriched channel, fanned out to many listening clients. */
@NullMarked
package io.dateline.serve.live;

import org.jspecify.annotations.NullMarked;

/** Text items of news wires: ninjs 2 and 3, NewsML-G2, NITF. Pure. */
@NullMarked
package io.dateline.ingest.wire;

import org.jspecify.annotations.NullMarked;

/** Text that a page holds only in the data of its scripts, where the markup shows none. */
@NullMarked
package io.dateline.ingest.extract.state;

import org.jspecify.annotations.NullMarked;

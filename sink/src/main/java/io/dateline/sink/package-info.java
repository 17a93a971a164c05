/** See ARCHITECTURE.md, section rooms. */
@NullMarked
package io.dateline.sink;

import org.jspecify.annotations.NullMarked;

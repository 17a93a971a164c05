/** See ARCHITECTURE.md, section rooms. */
@NullMarked
package io.dateline.bench;

import org.jspecify.annotations.NullMarked;

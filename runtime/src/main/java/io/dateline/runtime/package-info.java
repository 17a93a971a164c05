/** See ARCHITECTURE.md, section rooms. */
@NullMarked
package io.dateline.runtime;

import org.jspecify.annotations.NullMarked;

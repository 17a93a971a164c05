/** See ARCHITECTURE.md, section rooms. */
@NullMarked
package io.dateline.app;

import org.jspecify.annotations.NullMarked;

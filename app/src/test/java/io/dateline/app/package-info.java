/** The command as people and scripts call it: real processes, real broker, real database. */
@NullMarked
package io.dateline.app;

import org.jspecify.annotations.NullMarked;

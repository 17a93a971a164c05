/** The whole line in one process: broker and database, the four services, where to look. */
@NullMarked
package io.dateline.app.line;

import org.jspecify.annotations.NullMarked;

/** The whole line on a real broker and a real database. */
@NullMarked
package io.dateline.app.line;

import org.jspecify.annotations.NullMarked;

/** See ARCHITECTURE.md, section rooms. */
@NullMarked
package io.dateline.query;

import org.jspecify.annotations.NullMarked;

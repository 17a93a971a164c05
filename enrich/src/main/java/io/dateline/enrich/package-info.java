/** See ARCHITECTURE.md, section rooms. */
@NullMarked
package io.dateline.enrich;

import org.jspecify.annotations.NullMarked;

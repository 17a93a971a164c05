/** See ARCHITECTURE.md, section rooms. */
@NullMarked
package io.dateline.embedded;

import org.jspecify.annotations.NullMarked;

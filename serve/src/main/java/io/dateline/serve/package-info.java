/** See ARCHITECTURE.md, section rooms. */
@NullMarked
package io.dateline.serve;

import org.jspecify.annotations.NullMarked;

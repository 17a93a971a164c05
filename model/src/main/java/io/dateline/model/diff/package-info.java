/** What changed between two versions of an article, for people to read. Pure. */
@NullMarked
package io.dateline.model.diff;

import org.jspecify.annotations.NullMarked;

/** Finds the copies of one wire text: shingle sketches, candidates, containment. Pure. */
@NullMarked
package io.dateline.enrich.duplicate;

import org.jspecify.annotations.NullMarked;

/**
 * The one door to foreign hosts: which addresses may be connected to, checked at the connection.
 */
@NullMarked
package io.dateline.runtime.outbound;

import org.jspecify.annotations.NullMarked;

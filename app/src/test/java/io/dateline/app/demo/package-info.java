/** The demo's wire without the line. */
@NullMarked
package io.dateline.app.demo;

import org.jspecify.annotations.NullMarked;

/**
 * The demo's wire: invented outlets with articles of our own, served on loopback as feeds that grow
 * while one watches.
 */
@NullMarked
package io.dateline.app.demo;

import org.jspecify.annotations.NullMarked;

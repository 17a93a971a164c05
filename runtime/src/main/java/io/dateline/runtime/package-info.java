/** What every main needs: settings, meters, health and the status server, channels, shutdown. */
@NullMarked
package io.dateline.runtime;

import org.jspecify.annotations.NullMarked;

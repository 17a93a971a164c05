/** WebSub: hubs tell of news instead of being asked, where a feed names one. */
@NullMarked
package io.dateline.ingest.push;

import org.jspecify.annotations.NullMarked;

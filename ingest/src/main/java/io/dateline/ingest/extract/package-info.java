/** Takes the article out of a page: pure, on Jsoup, no network and no clock of the day. */
@NullMarked
package io.dateline.ingest.extract;

import org.jspecify.annotations.NullMarked;

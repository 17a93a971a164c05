/** Reads sitemaps, sitemap indexes and news sitemaps, as XML or plain text. Pure. */
@NullMarked
package io.dateline.ingest.sitemap;

import org.jspecify.annotations.NullMarked;

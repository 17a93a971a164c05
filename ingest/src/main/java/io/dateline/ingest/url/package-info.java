/** Addresses by the WHATWG URL standard: parsing, resolving, canonical form, site. Pure. */
@NullMarked
package io.dateline.ingest.url;

import org.jspecify.annotations.NullMarked;

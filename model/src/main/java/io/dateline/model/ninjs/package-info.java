/** Articles to and from JSON: IPTC ninjs 3.1, the same with enrichment, and rejections. */
@NullMarked
package io.dateline.model.ninjs;

import org.jspecify.annotations.NullMarked;

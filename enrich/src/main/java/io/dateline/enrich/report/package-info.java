/** Shows articles with the evidence of every tag marked, as a page for an editor to judge. */
@NullMarked
package io.dateline.enrich.report;

import org.jspecify.annotations.NullMarked;

/** Finds the running text of a page and parts it from captions, datelines and boilerplate. */
@NullMarked
package io.dateline.ingest.extract.body;

import org.jspecify.annotations.NullMarked;

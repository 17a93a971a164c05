/** The web page and the contract's documents: the files that the jar carries. */
@NullMarked
package io.dateline.serve.page;

import org.jspecify.annotations.NullMarked;

/** Tells the language of a text, or that it cannot be told. Pure; OpenNLP's model does the work. */
@NullMarked
package io.dateline.enrich.language;

import org.jspecify.annotations.NullMarked;

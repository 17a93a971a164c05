/** Groups the articles on one event into stories, online and in arrival order. Pure. */
@NullMarked
package io.dateline.enrich.story;

import org.jspecify.annotations.NullMarked;

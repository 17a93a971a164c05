/** Tags and groups articles: the facade over the pure stages, and the service that runs them. */
@NullMarked
package io.dateline.enrich;

import org.jspecify.annotations.NullMarked;

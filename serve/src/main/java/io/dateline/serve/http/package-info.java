/** The HTTP door: routes, parameters, problems, access, and what every answer carries. */
@NullMarked
package io.dateline.serve.http;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.dateline.model.vocabulary;

import org.jspecify.annotations.NullMarked;

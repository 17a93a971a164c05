/**
 * The vocabularies tags are taken from: which topics there are, what they are called, and which is
 * broader than which.
 */
@NullMarked
package io.dateline.model.vocabulary;

import org.jspecify.annotations.NullMarked;

package io.dateline.ingest.wire;

import io.dateline.model.Article;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One text item of a wire.
 *
 * @param article what the item says; its body is as delivered, its version is the wire's affair
 * @param embargo not to be published before
 */
public record WireItem(Article article, @Nullable Instant embargo) {}

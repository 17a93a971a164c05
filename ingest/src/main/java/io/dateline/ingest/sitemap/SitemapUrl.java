package io.dateline.ingest.sitemap;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One address of a sitemap.
 *
 * @param loc absolute address
 * @param lastModified as stated
 * @param title of a news sitemap
 * @param published date of a news sitemap
 * @param language of a news sitemap
 */
public record SitemapUrl(
    String loc,
    @Nullable OffsetDateTime lastModified,
    @Nullable String title,
    @Nullable OffsetDateTime published,
    @Nullable String language) {}

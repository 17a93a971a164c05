package io.dateline.ingest.run;

import io.dateline.ingest.extract.ArticleExtractor;
import io.dateline.ingest.fetch.PoliteFetcher;
import io.dateline.ingest.push.Pushes;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What all runners share.
 *
 * @param fetcher the way to the web
 * @param extractor pages to articles
 * @param meters counters
 * @param book how the sources are
 * @param clock the time
 * @param wires folder whose subfolders wires deliver files into
 * @param pushes subscriptions at hubs; null while there is no public address to call back
 */
public record Tools(
    PoliteFetcher fetcher,
    ArticleExtractor extractor,
    LineMeters meters,
    SourceBook book,
    InstantSource clock,
    @Nullable Path wires,
    @Nullable Pushes pushes) {}

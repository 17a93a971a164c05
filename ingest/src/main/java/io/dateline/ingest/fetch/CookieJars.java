package io.dateline.ingest.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dateline.model.SourceId;
import java.time.Duration;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.CookieStore;
import org.jspecify.annotations.Nullable;

/** Cookies by source, never shared between sources, forgotten after a day of silence. */
final class CookieJars {

  private static final int MAX_JARS = 10_000;
  private static final Duration IDLE = Duration.ofHours(24);

  private final Cache<SourceId, CookieStore> jars =
      Caffeine.newBuilder().maximumSize(MAX_JARS).expireAfterAccess(IDLE).build();

  CookieStore of(@Nullable SourceId source) {
    return source == null ? new BasicCookieStore() : jars.get(source, _ -> new BasicCookieStore());
  }
}

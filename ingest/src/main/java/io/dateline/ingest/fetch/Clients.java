package io.dateline.ingest.fetch;

import io.dateline.runtime.outbound.GuardedResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Builds the HTTP client. */
final class Clients {

  /** Most connections open at a time, over all hosts. */
  private static final int MAX_CONNECTIONS = 256;

  /** Most connections to one host at a time; politeness keeps it at one unless told otherwise. */
  private static final int MAX_PER_HOST = 64;

  private static final TimeValue IDLE = TimeValue.ofSeconds(20);

  private Clients() {}

  static CloseableHttpClient create(
      String userAgent, FetchLimits limits, GuardedResolver resolver) {
    return HttpClients.custom()
        .setConnectionManager(connections(limits, resolver))
        .setUserAgent(userAgent)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(timeout(limits.headers().toMillis()))
                .setConnectionRequestTimeout(timeout(limits.total().toMillis()))
                .build())
        .setSchemePortResolver(DefaultSchemePortResolver.INSTANCE)
        .disableRedirectHandling()
        .disableContentCompression()
        .disableAutomaticRetries()
        .disableAuthCaching()
        .evictIdleConnections(IDLE)
        .evictExpiredConnections()
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(
      FetchLimits limits, GuardedResolver resolver) {
    Http1Config http1 =
        Http1Config.custom()
            .setMaxHeaderCount(FetchLimits.MAX_HEADERS)
            .setMaxLineLength(FetchLimits.MAX_HEADER_LINE_BYTES)
            .build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(resolver)
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder().http1Config(http1).build())
        .setDefaultTlsConfig(
            TlsConfig.custom()
                .setSupportedProtocols(TLS.V_1_3, TLS.V_1_2)
                .setHandshakeTimeout(timeout(limits.connect().toMillis()))
                .build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(timeout(limits.connect().toMillis()))
                .setSocketTimeout(timeout(limits.headers().toMillis()))
                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                .build())
        .setMaxConnTotal(MAX_CONNECTIONS)
        .setMaxConnPerRoute(MAX_PER_HOST)
        .build();
  }

  private static Timeout timeout(long millis) {
    return Timeout.ofMilliseconds(millis);
  }
}

package io.dateline.ingest.fetch;

import io.dateline.model.SourceId;
import io.dateline.runtime.outbound.PrivateHosts;
import org.jspecify.annotations.Nullable;

/**
 * One address to fetch.
 *
 * @param url absolute address
 * @param kind decides limits and Accept header
 * @param validators from the last time, {@link Validators#NONE} for a full fetch
 * @param source whose cookies are used; null for none
 * @param privateHosts hosts that may have private addresses and any port
 */
public record FetchRequest(
    String url,
    Kind kind,
    Validators validators,
    @Nullable SourceId source,
    PrivateHosts privateHosts) {

  /** An unconditional request for nobody in particular; public hosts only. */
  public static FetchRequest of(String url, Kind kind) {
    return new FetchRequest(url, kind, Validators.NONE, null, PrivateHosts.NONE);
  }

  /** The same for another address. */
  public FetchRequest to(String other) {
    return new FetchRequest(other, kind, validators, source, privateHosts);
  }

  /** The same of another kind, unconditional. */
  public FetchRequest as(Kind other, String address) {
    return new FetchRequest(address, other, Validators.NONE, source, privateHosts);
  }
}

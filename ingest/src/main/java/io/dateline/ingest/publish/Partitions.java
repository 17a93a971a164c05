package io.dateline.ingest.publish;

import io.dateline.ingest.url.Urls;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Sources and the addresses they tell of lie in the partition of their site. */
public final class Partitions {

  private Partitions() {}

  /** The partition of an address that no source told of. */
  public static int ofUrl(String url, int partitions) {
    String site = Urls.site(url);
    return ofSite(site == null ? url : site, partitions);
  }

  /** The partition of a site none of whose sources lies anywhere yet. */
  public static int ofSite(String site, int partitions) {
    return Utils.toPositive(Utils.murmur2(site.getBytes(StandardCharsets.UTF_8))) % partitions;
  }
}

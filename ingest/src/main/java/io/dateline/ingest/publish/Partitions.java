package io.dateline.ingest.publish;

import io.dateline.ingest.source.Source;
import io.dateline.ingest.url.Urls;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Sources and the addresses they tell of lie in the partition of their site. */
public final class Partitions {

  private Partitions() {}

  /** The partition of a source, and of all marks that it makes. */
  public static int of(Source source, int partitions) {
    return ofSite(source.homeSite(), partitions);
  }

  /** The partition of an address that no source told of. */
  public static int ofUrl(String url, int partitions) {
    String site = Urls.site(url);
    return ofSite(site == null ? url : site, partitions);
  }

  private static int ofSite(String site, int partitions) {
    return Utils.toPositive(Utils.murmur2(site.getBytes(StandardCharsets.UTF_8))) % partitions;
  }
}

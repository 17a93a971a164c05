package io.dateline.app;

import io.dateline.ingest.IngestSettings;
import io.dateline.ingest.SourceCheck;
import io.dateline.runtime.SettingsReader;
import io.dateline.runtime.outbound.PrivateHosts;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline source}: questions about sources. */
@Command(
    name = "source",
    mixinStandardHelpOptions = true,
    header = "Tells what a feed or page would give.",
    synopsisSubcommandLabel = "check")
public final class SourceCommand {
  @Command(
      mixinStandardHelpOptions = true,
      header = "Fetches an address politely and says what it would give, and why not.")
  int check(
      @Parameters(paramLabel = "URL", description = "A feed, sitemap or page.") String url,
      @Option(
              names = "--private",
              paramLabel = "HOST[:PORT]",
              description = "Allow a host that is not public.")
          @Nullable Set<String> privateHosts)
      throws InterruptedException {
    SettingsReader reader = new SettingsReader(System.getenv());
    IngestSettings settings = IngestSettings.from(reader);
    reader.check();
    Set<String> hosts = privateHosts == null ? Set.of() : privateHosts;
    try (SourceCheck check = new SourceCheck(settings, new PrivateHosts(hosts))) {
      SourceCheck.Report report = check.check(url);
      report.lines().forEach(System.out::println);
      return report.works() ? 0 : 1;
    }
  }
}

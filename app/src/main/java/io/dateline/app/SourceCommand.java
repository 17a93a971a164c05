package io.dateline.app;

import io.dateline.ingest.IngestSettings;
import io.dateline.ingest.SourceCheck;
import io.dateline.ingest.SourceDesk;
import io.dateline.ingest.SourceReport;
import io.dateline.ingest.source.Feed;
import io.dateline.ingest.source.Opml;
import io.dateline.ingest.source.Source;
import io.dateline.ingest.source.SourceNames;
import io.dateline.model.SourceId;
import io.dateline.runtime.SettingsReader;
import io.dateline.runtime.outbound.PrivateHosts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline source}: questions about sources, and sources added to a running line. */
@Command(
    name = "source",
    mixinStandardHelpOptions = true,
    header = "Tells what an address would give, and adds sources to a running line.",
    description = "Added sources stay until removed, whatever the sources file says.",
    synopsisSubcommandLabel = "check|add|remove|import|export")
public final class SourceCommand {

  /** Which line. */
  static final class OfLine {
    @Option(
        names = "--kafka",
        paramLabel = "HOST:PORT",
        description = "The line's Kafka (default: KAFKA_BOOTSTRAP, or the line that runs here).")
    @Nullable String kafka;

    SourceDesk desk() {
      return new SourceDesk(BackfillCommand.settings(kafka));
    }
  }

  /** Which hosts may be private. */
  static final class Private {
    @Option(
        names = "--private",
        paramLabel = "HOST[:PORT]",
        description = "Allow a host that is not public.")
    Set<String> hosts = Set.of();
  }

  @Command(
      mixinStandardHelpOptions = true,
      header = "Fetches an address politely and says what it would give, and why not.",
      description = "Of a home page also its feeds, the sitemaps of its host and its sections.")
  int check(
      @Parameters(paramLabel = "URL", description = "A feed, sitemap or page.") String url,
      @Mixin Private open)
      throws InterruptedException {
    SourceReport report = report(url, open);
    report.lines().forEach(System.out::println);
    return report.works() ? 0 : 1;
  }

  private static SourceReport report(String url, Private open) throws InterruptedException {
    SettingsReader reader = new SettingsReader(System.getenv());
    IngestSettings settings = IngestSettings.from(reader);
    reader.check();
    try (SourceCheck check = new SourceCheck(settings, new PrivateHosts(open.hosts))) {
      return check.check(feed(url, Feed.Kind.AUTO).url());
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      header = "Watches an address from now on: what check finds best there, or as told.")
  int add(
      @Parameters(paramLabel = "URL", description = "A feed, sitemap or page.") String url,
      @Option(names = "--kind", description = "auto, sitemap, section or page: do not look.")
          Feed.@Nullable Kind kind,
      @Option(names = "--id", description = "Default: named after the site.") @Nullable String id,
      @Mixin Private open,
      @Mixin OfLine line)
      throws InterruptedException {
    List<Feed> feeds = kind == null ? report(url, open).best() : List.of(feed(url, kind));
    if (feeds.isEmpty()) {
      System.err.println(url + " gives nothing to watch; try: dateline source check " + url);
      return 1;
    }
    return add(line.desk(), Source.of(id(id == null ? SourceNames.id(url) : id), feeds, open.hosts))
        ? 0
        : 1;
  }

  private static Feed feed(String url, Feed.Kind kind) {
    try {
      return new Feed(url, kind);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private static SourceId id(String text) {
    try {
      return new SourceId(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private static boolean add(SourceDesk desk, Source source) {
    return switch (desk.add(source)) {
      case SourceDesk.Added added -> {
        source.feeds().forEach(f -> System.out.println(source.id() + " watches " + f.url()));
        yield true;
      }
      case SourceDesk.Taken taken -> {
        System.err.println("another source has the id '" + taken.id() + "': give one with --id");
        yield false;
      }
      case SourceDesk.Refused refused -> {
        System.err.println(refused.why());
        yield false;
      }
    };
  }

  @Command(mixinStandardHelpOptions = true, header = "Ends watching a source.")
  int remove(
      @Parameters(paramLabel = "ID", description = "The source's id.") String id,
      @Mixin OfLine line) {
    boolean known = line.desk().remove(id(id));
    System.err.println(known ? id + " is no longer watched" : "no source has the id '" + id + "'");
    return known ? 0 : 1;
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      header = "Watches the feeds of an OPML file, one source each.")
  int importOpml(
      @Parameters(paramLabel = "FILE.opml", description = "As feed readers write it.") Path file,
      @Mixin OfLine line)
      throws IOException {
    List<Source> sources = Opml.read(Files.readString(InputFile.of(file.toString())));
    if (sources.isEmpty()) {
      throw new UsageException(file + " names no feed");
    }
    SourceDesk desk = line.desk();
    long added = sources.stream().filter(source -> add(desk, source)).count();
    System.err.println(added + " of " + sources.size() + " feeds are watched");
    return added == sources.size() ? 0 : 1;
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      header = "Writes the feeds that are watched as OPML.")
  int exportOpml(
      @Parameters(paramLabel = "FILE.opml|-", description = "- is standard output.") String file,
      @Mixin OfLine line)
      throws IOException {
    String opml = Opml.write(line.desk().all());
    if (file.equals("-")) {
      System.out.print(opml);
    } else {
      Files.writeString(Path.of(file), opml, StandardCharsets.UTF_8);
    }
    return 0;
  }
}

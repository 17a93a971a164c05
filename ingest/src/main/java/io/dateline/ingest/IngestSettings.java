package io.dateline.ingest;

import io.dateline.ingest.extract.outlet.Outlets;
import io.dateline.ingest.fetch.FetchLimits;
import io.dateline.ingest.fetch.Politeness;
import io.dateline.ingest.source.SelectorFolder;
import io.dateline.ingest.source.Source;
import io.dateline.ingest.source.SourcesFile;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.SettingsReader;
import io.dateline.runtime.outbound.HostLookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an ingest process.
 *
 * @param kafka how to reach Kafka
 * @param sources to be written to the sources channel at start; those already there are watched too
 * @param userAgent the whole User-Agent header
 * @param politeness towards hosts
 * @param limits of one exchange
 * @param lookup names to addresses
 * @param wires folder whose subfolders wires deliver files into; null when there is none
 * @param push where hubs call back; null: hubs are not asked
 * @param selectors written for single outlets
 */
public record IngestSettings(
    KafkaSettings kafka,
    List<Source> sources,
    String userAgent,
    Politeness politeness,
    FetchLimits limits,
    HostLookup lookup,
    @Nullable Path wires,
    @Nullable PushSettings push,
    Outlets selectors) {

  /** The version that stands in the User-Agent header. */
  private static final String VERSION = "0.1";

  /** Where outlets can complain unless told otherwise. */
  private static final String DEFAULT_CONTACT = "mailto:abuse@localhost";

  /** Copies the sources. */
  public IngestSettings {
    sources = List.copyOf(sources);
  }

  /** Defaults with these sources. */
  public static IngestSettings of(KafkaSettings kafka, List<Source> sources) {
    return new IngestSettings(
        kafka,
        sources,
        userAgent(DEFAULT_CONTACT),
        Politeness.DEFAULT,
        FetchLimits.DEFAULT,
        HostLookup.SYSTEM,
        null,
        null,
        Outlets.NONE);
  }

  /**
   * Reads Kafka's settings, DATELINE_SOURCES (a file), DATELINE_CONTACT (an address outlets can
   * write to), DATELINE_HOST_DELAY, DATELINE_WIRES (a folder), DATELINE_SELECTORS (a folder) and
   * the settings of callbacks.
   */
  public static IngestSettings from(SettingsReader reader) {
    Duration delay = reader.duration("DATELINE_HOST_DELAY", Politeness.DEFAULT.delay());
    return new IngestSettings(
        KafkaSettings.from(reader),
        sources(reader),
        userAgent(reader.text("DATELINE_CONTACT", DEFAULT_CONTACT)),
        new Politeness(Politeness.DEFAULT.agentToken(), delay, 1, true),
        FetchLimits.DEFAULT,
        HostLookup.SYSTEM,
        reader.path("DATELINE_WIRES"),
        PushSettings.from(reader),
        selectors(reader));
  }

  /** The same with other politeness. */
  public IngestSettings with(Politeness other) {
    return new IngestSettings(
        kafka, sources, userAgent, other, limits, lookup, wires, push, selectors);
  }

  /** The same with a folder for wires. */
  public IngestSettings with(Path folder) {
    return new IngestSettings(
        kafka, sources, userAgent, politeness, limits, lookup, folder, push, selectors);
  }

  /** The same with callbacks for hubs. */
  public IngestSettings with(PushSettings other) {
    return new IngestSettings(
        kafka, sources, userAgent, politeness, limits, lookup, wires, other, selectors);
  }

  /** The same with another resolver. */
  public IngestSettings with(HostLookup other) {
    return new IngestSettings(
        kafka, sources, userAgent, politeness, limits, other, wires, push, selectors);
  }

  private static String userAgent(String contact) {
    return Politeness.DEFAULT.agentToken() + "/" + VERSION + " (+" + contact + ")";
  }

  /** The folder of DATELINE_SELECTORS; none when it is not set. */
  public static Outlets selectors(SettingsReader reader) {
    Path path = reader.path("DATELINE_SELECTORS");
    if (path == null) {
      return Outlets.NONE;
    }
    SelectorFolder folder = SelectorFolder.read(path);
    folder.mistakes().forEach(m -> reader.mistake("DATELINE_SELECTORS " + m));
    return folder.outlets();
  }

  private static List<Source> sources(SettingsReader reader) {
    Path path = reader.path("DATELINE_SOURCES");
    if (path == null) {
      return List.of();
    }
    try {
      SourcesFile file = SourcesFile.parse(Files.readString(path));
      file.mistakes().forEach(m -> reader.mistake("DATELINE_SOURCES " + path + ": " + m));
      return file.sources();
    } catch (IOException e) {
      reader.mistake("DATELINE_SOURCES " + path + " cannot be read: " + e.getMessage());
      return List.of();
    }
  }
}

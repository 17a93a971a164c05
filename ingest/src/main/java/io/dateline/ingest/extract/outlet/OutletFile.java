package io.dateline.ingest.extract.outlet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A selector file: YAML with {@code hosts} and {@code versions}, each of them with {@code since} (a
 * day; left out: since ever) and a selector for any {@link Part}.
 *
 * @param outlet what it says; null when there is a mistake
 * @param mistakes all of them, each naming file and key
 */
public record OutletFile(@Nullable Outlet outlet, List<String> mistakes) {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

  /** Copies the mistakes. */
  public OutletFile {
    mistakes = List.copyOf(mistakes);
  }

  /**
   * Reads the text of a file.
   *
   * @param name of the file, without ending: the outlet's name
   */
  public static OutletFile parse(String name, String yaml) {
    try {
      return new Reading(name).read(YAML.readTree(yaml));
    } catch (JsonProcessingException e) {
      return new OutletFile(null, List.of(name + ": not YAML: " + e.getOriginalMessage()));
    }
  }

  /** One file while it is read. */
  private static final class Reading {
    private final String name;
    private final List<String> mistakes = new ArrayList<>();

    Reading(String name) {
      this.name = name;
    }

    OutletFile read(JsonNode root) {
      checkKeys("", root, Set.of("hosts", "versions"));
      List<String> hosts = hosts(root.path("hosts"));
      List<Selectors> versions = versions(root.path("versions"));
      return mistakes.isEmpty()
          ? new OutletFile(new Outlet(name, hosts, versions), mistakes)
          : new OutletFile(null, mistakes);
    }

    private void mistake(String key, String what) {
      mistakes.add(name + ": " + key + ": " + what);
    }

    private void checkKeys(String at, JsonNode node, Set<String> known) {
      node.fieldNames()
          .forEachRemaining(key -> {
            if (!known.contains(key) && Part.of(key) == null) {
              mistake(at + key, "not known");
            } else if (!known.contains(key) && at.isEmpty()) {
              mistake(key, "stands inside 'versions'");
            }
          });
    }

    private List<String> hosts(JsonNode list) {
      List<String> hosts = new ArrayList<>();
      for (JsonNode host : list) {
        if (HOST.matcher(host.asText()).matches()) {
          hosts.add(host.asText());
        } else {
          mistake("hosts", "'" + host.asText() + "' is no host");
        }
      }
      if (list.isEmpty()) {
        mistake("hosts", "a list of at least one host is needed");
      }
      return hosts;
    }

    private List<Selectors> versions(JsonNode list) {
      List<Selectors> versions = new ArrayList<>();
      Set<String> days = new HashSet<>();
      for (int i = 0; i < list.size(); i++) {
        String at = "version " + (i + 1) + " ";
        JsonNode node = list.get(i);
        checkKeys(at, node, Set.of("since"));
        String since = node.path("since").asText("");
        if (!days.add(since)) {
          mistake(at + "since", "two versions begin on one day");
        }
        Map<Part, PartSelector> parts = parts(at, node);
        LocalDate day = day(at, since);
        if (!parts.isEmpty()) {
          versions.add(new Selectors(day, parts));
        }
      }
      if (versions.isEmpty()) {
        mistake("versions", "a list of at least one version with a selector is needed");
      }
      return versions;
    }

    private @Nullable LocalDate day(String at, String since) {
      try {
        return since.isEmpty() ? null : LocalDate.parse(since);
      } catch (DateTimeParseException e) {
        mistake(at + "since", "'" + since + "' is no day like 2024-03-01");
        return null;
      }
    }

    private Map<Part, PartSelector> parts(String at, JsonNode node) {
      Map<Part, PartSelector> parts = new EnumMap<>(Part.class);
      for (Part part : Part.values()) {
        if (node.has(part.id())) {
          try {
            parts.put(part, PartSelector.of(node.path(part.id()).asText("")));
          } catch (IllegalArgumentException e) {
            mistake(at + part.id(), String.valueOf(e.getMessage()));
          }
        }
      }
      if (parts.containsKey(Part.BODY) && parts.containsKey(Part.PARAGRAPHS)) {
        mistake(at + Part.BODY.id(), "either body or paragraphs, not both");
      }
      return parts;
    }
  }
}

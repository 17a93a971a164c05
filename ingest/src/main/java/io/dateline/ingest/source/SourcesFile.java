package io.dateline.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dateline.model.SourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The sources file: YAML with one list, {@code sources}. JSON is YAML too.
 *
 * @param sources those without mistakes
 * @param mistakes all of them, each naming the source
 */
public record SourcesFile(List<Source> sources, List<String> mistakes) {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** Copies the lists. */
  public SourcesFile {
    sources = List.copyOf(sources);
    mistakes = List.copyOf(mistakes);
  }

  /** Reads the text of a sources file. */
  public static SourcesFile parse(String yaml) {
    JsonNode root;
    try {
      root = YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      return new SourcesFile(List.of(), List.of("not YAML: " + e.getOriginalMessage()));
    }
    JsonNode list = root.isArray() ? root : root.path("sources");
    if (!list.isArray()) {
      return new SourcesFile(List.of(), List.of("no list 'sources'"));
    }
    List<Source> sources = new ArrayList<>();
    List<String> mistakes = new ArrayList<>();
    Set<SourceId> ids = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      String label = "source " + (i + 1) + " (" + list.get(i).path("id").asText("no id") + "): ";
      try {
        Source source = SourceJson.read(list.get(i));
        if (ids.add(source.id())) {
          sources.add(source);
        } else {
          mistakes.add(label + "the id is used twice");
        }
      } catch (IllegalArgumentException e) {
        mistakes.add(label + e.getMessage());
      }
    }
    return new SourcesFile(sources, mistakes);
  }
}

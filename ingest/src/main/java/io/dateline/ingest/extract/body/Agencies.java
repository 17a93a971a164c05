package io.dateline.ingest.extract.body;

import io.dateline.ingest.extract.scan.DataFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows news agencies by their names. */
public final class Agencies {

  private final Map<String, String> shortNames = new HashMap<>();

  /** Loads {@code agencies.txt}. */
  public Agencies() {
    for (String line : DataFile.sections("agencies.txt").getOrDefault("agencies", List.of())) {
      String[] names = line.split("\\|");
      for (String name : names) {
        shortNames.put(name.strip().toLowerCase(Locale.ROOT), names[0].strip());
      }
    }
  }

  /** The short name of an agency; null when the text names none. */
  public @Nullable String shortName(String text) {
    return shortNames.get(text.strip().toLowerCase(Locale.ROOT));
  }

  /** The agencies in a list such as "dpa/AP" or "AFP, Reuters"; empty when any part is none. */
  public List<String> list(String text) {
    List<String> found = new ArrayList<>();
    String whole = shortName(text);
    if (whole != null) {
      return List.of(whole);
    }
    for (String part : text.split("[/,;&]|\\bund\\b|\\band\\b")) {
      String name = shortName(part);
      if (name == null) {
        return List.of();
      }
      if (!found.contains(name)) {
        found.add(name);
      }
    }
    return found;
  }

  /** The agencies among the parts of a text; parts that are none are passed over. */
  public List<String> among(String text) {
    List<String> found = new ArrayList<>();
    for (String part : text.split("[/,;&()|:]|\\s+und\\s+|\\s+and\\s+|\\s-\\s")) {
      String name = shortName(part);
      if (name != null && !found.contains(name)) {
        found.add(name);
      }
    }
    return found;
  }
}

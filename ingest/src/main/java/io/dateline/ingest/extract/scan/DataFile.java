package io.dateline.ingest.extract.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads our data files: UTF-8 lines under {@code [section]} heads, {@code #} starts a remark. */
public final class DataFile {

  private DataFile() {}

  /**
   * The lines of each section, in order.
   *
   * @param name file name below {@code io/dateline/ingest/extract/}
   */
  public static Map<String, List<String>> sections(String name) {
    String path = "/io/dateline/ingest/extract/" + name;
    try (InputStream in = DataFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("data file " + path + " is missing");
      }
      return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("data file " + path + " cannot be read", e);
    }
  }

  private static Map<String, List<String>> parse(BufferedReader reader) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : reader.lines().toList()) {
      String text = line.strip();
      if (text.startsWith("[") && text.endsWith("]")) {
        String section = text.substring(1, text.length() - 1);
        current = sections.computeIfAbsent(section, k -> new ArrayList<>());
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        current.add(text);
      }
    }
    return sections;
  }
}

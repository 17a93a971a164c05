package io.dateline.enrich.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the room's data files: tab-separated, {@code #} begins a comment line. */
final class LanguageFiles {

  private LanguageFiles() {}

  /**
   * A line of {@code languages.tsv}.
   *
   * @param tag BCP 47
   * @param script what it is written in
   * @param prior added to its score
   */
  record Row(String tag, UnicodeScript script, double prior) {}

  /** The languages by their code in the model. */
  static Map<String, Row> languages() {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (String[] line : lines("languages.tsv")) {
      UnicodeScript script = UnicodeScript.valueOf(line[2].toUpperCase(Locale.ROOT));
      rows.put(line[0], new Row(line[1], script, Double.parseDouble(line[3])));
    }
    return rows;
  }

  /** Telling words by BCP 47 tag. */
  static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    lines("words.tsv").forEach(line -> words.put(line[0], line[1]));
    return words;
  }

  private static List<String[]> lines(String file) {
    try (InputStream in = LanguageFiles.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no " + file + " beside LanguageFiles");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}

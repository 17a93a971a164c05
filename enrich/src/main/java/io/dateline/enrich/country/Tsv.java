package io.dateline.enrich.country;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the room's data files: tab-separated, {@code #} begins a comment line. */
final class Tsv {

  private Tsv() {}

  /**
   * A line of a data file.
   *
   * @param file where it stands
   * @param number counted from 1
   * @param columns its columns, at least one
   */
  record Line(String file, int number, List<String> columns) {

    Line {
      columns = List.copyOf(columns);
    }

    /** A column, empty when the line is shorter. */
    String column(int index) {
      return index < columns.size() ? columns.get(index) : "";
    }

    /** An error that names the line. */
    IllegalStateException wrong(String what) {
      return new IllegalStateException(file + ":" + number + ": " + what);
    }
  }

  /** The lines of a file beside this class, none when there is no such file. */
  static List<Line> read(String file) {
    try (InputStream in = Tsv.class.getResourceAsStream(file)) {
      return in == null ? List.of() : lines(file, in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static List<Line> lines(String file, InputStream in) throws IOException {
    List<Line> lines = new ArrayList<>();
    var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        lines.add(new Line(file, number, List.of(line.split("\t", -1))));
      }
    }
    return lines;
  }
}

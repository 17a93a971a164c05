package io.dateline.app.demo;

import io.dateline.app.demo.Sample.Block;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the texts of the wire from the class path: one file an article, see {@code parse}. */
final class Samples {

  private Samples() {}

  /** All outlets. */
  static List<Outlet> outlets() {
    return resource("outlets.tsv")
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(f -> new Outlet(f[0], f[1], f[2], f[3]))
        .toList();
  }

  /** All samples, in the order in which they appear. */
  static List<Sample> all() {
    return resource("articles.index")
        .lines()
        .map(name -> parse(name, resource("articles/" + name)))
        .sorted((a, b) -> a.at().compareTo(b.at()))
        .toList();
  }

  /**
   * Reads header lines "name: value" up to "---", then blocks parted by blank lines: "## " begins a
   * subhead, "- " a list item, "&gt; " a quotation, anything else is running text.
   */
  static Sample parse(String file, String text) {
    Map<String, String> fields = new HashMap<>();
    List<Block> body = new ArrayList<>();
    int end = text.indexOf("\n---");
    if (end < 0) {
      throw new IllegalArgumentException(file + " has no line '---'");
    }
    for (String line : text.substring(0, end).lines().toList()) {
      int colon = line.indexOf(':');
      fields.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    for (String part : text.substring(end + 4).strip().split("\n\\s*\n")) {
      part.lines().filter(line -> !line.isBlank()).map(Samples::block).forEach(body::add);
    }
    try {
      return new Sample(
          take(fields, "outlet"),
          take(fields, "slug"),
          Duration.ofSeconds(Long.parseLong(take(fields, "at"))),
          OffsetDateTime.parse(take(fields, "published")),
          Sample.Style.valueOf(take(fields, "style").toUpperCase(Locale.ROOT)),
          fields,
          body);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static Block block(String line) {
    String words = line.strip();
    if (words.startsWith("## ")) {
      return new Sample.Subhead(words.substring(3));
    }
    if (words.startsWith("- ")) {
      return new Sample.Item(words.substring(2));
    }
    return words.startsWith("> ") ? new Sample.Quote(words.substring(2)) : new Sample.Text(words);
  }

  private static String take(Map<String, String> fields, String name) {
    String value = fields.remove(name);
    if (value == null) {
      throw new IllegalArgumentException("no line '" + name + "'");
    }
    return value;
  }

  private static String resource(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}

package io.dateline.enrich.topic;

import io.dateline.model.vocabulary.TopicTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads lexicon files. A line is a comment ({@code #}), a topic ({@code [20000063 civil war]}),
 * terms with a weight ({@code 3: bürgerkrieg*; rebel* {kampf*, front*}}) or exclusions ({@code !:
 * rosenkrieg*}).
 */
final class LexiconReader {

  private final TopicTable table;

  LexiconReader(TopicTable table) {
    this.table = table;
  }

  /** The terms of a resource beside this class; a broken file is a bug and names its line. */
  List<LexiconTerm> read(String resource) {
    try (InputStream in = LexiconReader.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("lexicon " + resource + " is not on the class path");
      }
      return parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read lexicon " + resource, e);
    }
  }

  List<LexiconTerm> parse(String name, String content) {
    List<LexiconTerm> terms = new ArrayList<>();
    String topic = null;
    int number = 0;
    for (String line : content.lines().map(String::strip).toList()) {
      number++;
      try {
        if (line.startsWith("[")) {
          topic = topic(line);
        } else if (!line.isEmpty() && !line.startsWith("#")) {
          addTerms(line, topic, terms);
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(name + ":" + number + ": " + e.getMessage(), e);
      }
    }
    return terms;
  }

  private String topic(String line) {
    String code = line.substring(1).split("[ \\]]", 2)[0];
    if (table.find(code).isEmpty() || !line.endsWith("]")) {
      throw new IllegalArgumentException("no topic of the table: " + line);
    }
    return code;
  }

  private static void addTerms(String line, @Nullable String topic, List<LexiconTerm> terms) {
    int colon = line.indexOf(':');
    if (topic == null || colon < 1) {
      throw new IllegalArgumentException("neither a topic nor weighted terms: " + line);
    }
    boolean exclusion = line.charAt(0) == '!';
    int weight = exclusion ? 0 : Integer.parseInt(line.substring(0, colon).strip());
    for (String item : line.substring(colon + 1).split(";", -1)) {
      if (!item.isBlank()) {
        terms.add(term(item.strip(), exclusion ? null : topic, weight));
      }
    }
  }

  private static LexiconTerm term(String item, @Nullable String topic, int weight) {
    int brace = item.indexOf('{');
    if (brace < 0) {
      return new LexiconTerm(topic, weight, item, List.of());
    }
    if (!item.endsWith("}")) {
      throw new IllegalArgumentException("a context that does not end: " + item);
    }
    List<String> contexts =
        Stream.of(item.substring(brace + 1, item.length() - 1).split(","))
            .map(String::strip)
            .filter(c -> !c.isEmpty())
            .toList();
    return new LexiconTerm(topic, weight, item.substring(0, brace).strip(), contexts);
  }
}

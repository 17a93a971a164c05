package io.dateline.model.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The topics Dateline tags with: a small part of the IPTC Media Topics, read from {@code
 * topics.tsv} beside this class. Immutable; safe for any thread.
 */
public final class TopicTable {

  private static final String RESOURCE = "topics.tsv";
  private static final int FIRST_NAME_COLUMN = 2;
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

  private final Map<String, Topic> byCode;
  private final Map<String, List<Topic>> narrower;
  private final Map<String, Topic> byName;

  /**
   * A table of these topics.
   *
   * @param topics every broader topic stands before its narrower ones
   * @throws IllegalArgumentException when a code occurs twice or a broader topic is missing
   */
  public TopicTable(List<Topic> topics) {
    Map<String, Topic> codes = new LinkedHashMap<>();
    Map<String, List<Topic>> children = new LinkedHashMap<>();
    Map<String, Topic> names = new LinkedHashMap<>();
    for (Topic topic : topics) {
      String broader = topic.broader();
      if (broader != null && !codes.containsKey(broader)) {
        throw new IllegalArgumentException(
            "topic " + topic.code() + " stands before its broader topic " + broader);
      }
      if (codes.put(topic.code(), topic) != null) {
        throw new IllegalArgumentException("topic " + topic.code() + " occurs twice");
      }
      if (broader != null) {
        children.computeIfAbsent(broader, c -> new ArrayList<>()).add(topic);
      }
      topic.names().values().forEach(name -> names.putIfAbsent(fold(name), topic));
    }
    for (Topic topic : topics) {
      topic.aliases().forEach(name -> names.putIfAbsent(fold(name), topic));
    }
    this.byCode = codes;
    this.narrower = children;
    this.byName = names;
  }

  /**
   * The table that the product ships. Reads it anew: keep the result.
   *
   * @throws IllegalStateException when the resource is missing or broken, which is a bug
   */
  public static TopicTable standard() {
    try (InputStream in = TopicTable.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  private static TopicTable read(BufferedReader lines) throws IOException {
    List<Topic> topics = new ArrayList<>();
    String line;
    while ((line = lines.readLine()) != null) {
      if (!line.isBlank() && !line.startsWith("#")) {
        topics.add(parse(line));
      }
    }
    return new TopicTable(topics);
  }

  private static Topic parse(String line) {
    String[] columns = line.split("\t", -1);
    int aliases = FIRST_NAME_COLUMN + LANGUAGES.size();
    if (columns.length != aliases + 1) {
      throw new IllegalStateException(RESOURCE + ": wrong number of columns in '" + line + "'");
    }
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < LANGUAGES.size(); i++) {
      names.put(LANGUAGES.get(i), columns[FIRST_NAME_COLUMN + i]);
    }
    String broader = columns[1].equals("-") ? null : columns[1];
    List<String> others = columns[aliases].equals("-") ? List.of() : split(columns[aliases]);
    return new Topic(columns[0], broader, names, others);
  }

  private static List<String> split(String aliases) {
    return List.of(aliases.split(";", -1));
  }

  /** All topics, each broader one before its narrower ones. */
  public List<Topic> topics() {
    return List.copyOf(byCode.values());
  }

  /** The topic with a code. */
  public Optional<Topic> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * The topic with exactly this short name or other name, in any of the languages, in any case, or
   * with this code.
   */
  public Optional<Topic> byName(String name) {
    String key = fold(name);
    Topic topic = byCode.get(key);
    return Optional.ofNullable(topic != null ? topic : byName.get(key));
  }

  /** Codes of all broader topics of a code, the nearest first; empty for a top or unknown code. */
  public List<String> ancestors(String code) {
    List<String> codes = new ArrayList<>();
    Topic topic = byCode.get(code);
    while (topic != null && topic.broader() != null) {
      codes.add(topic.broader());
      topic = byCode.get(topic.broader());
    }
    return codes;
  }

  /** Code of the top topic a code belongs to; the code itself when it is one or is unknown. */
  public String top(String code) {
    List<String> broader = ancestors(code);
    return broader.isEmpty() ? code : broader.getLast();
  }

  /** The topics directly below a code. */
  public List<Topic> narrower(String code) {
    return List.copyOf(narrower.getOrDefault(code, List.of()));
  }

  /** The code itself and the codes of all topics below it, at any depth; empty when unknown. */
  public Set<String> withNarrower(String code) {
    Set<String> codes = new LinkedHashSet<>();
    if (byCode.containsKey(code)) {
      collect(code, codes);
    }
    return codes;
  }

  private void collect(String code, Set<String> codes) {
    codes.add(code);
    narrower.getOrDefault(code, List.of()).forEach(topic -> collect(topic.code(), codes));
  }

  private static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace('’', '\'');
  }
}

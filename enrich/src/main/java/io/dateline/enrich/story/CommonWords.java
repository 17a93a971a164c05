package io.dateline.enrich.story;

import io.dateline.enrich.duplicate.Words;
import io.dateline.model.LanguageTag;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The words of a language that say nothing of an event. */
final class CommonWords {

  private static final String FILE = "common-words.txt";
  private static final Map<String, CommonWords> ALL = read();

  private final Set<Long> hashes = new HashSet<>();

  private CommonWords() {}

  /** Those of a language; none when the language has no list. */
  static CommonWords of(LanguageTag language) {
    return ALL.getOrDefault(language.primary(), new CommonWords());
  }

  boolean contains(long wordHash) {
    return hashes.contains(wordHash);
  }

  private static Map<String, CommonWords> read() {
    Map<String, CommonWords> all = new HashMap<>();
    CommonWords current = new CommonWords();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CommonWords.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        if (line.endsWith(":")) {
          current = new CommonWords();
          all.put(line.substring(0, line.length() - 1), current);
        } else {
          current.add(Words.of(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
    return Map.copyOf(all);
  }

  private void add(Words words) {
    for (int i = 0; i < words.size(); i++) {
      hashes.add(words.hash(i));
    }
  }
}

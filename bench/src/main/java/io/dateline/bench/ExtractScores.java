package io.dateline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scores extracted articles as the kit's own scorer does: 4-word shingle F1 of the body, exact
 * body, title, day, author and keyword sets, snippets, leaking captions.
 */
final class ExtractScores {

  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int SHINGLE_WORDS = 4;

  private final Map<String, double[]> sums = new LinkedHashMap<>();
  private double precisionSum;
  private int precisionPages;
  private double recallSum;
  private int recallPages;

  /**
   * What an extractor found on a page.
   *
   * @param published ISO 8601, or null
   */
  record Found(
      String title,
      String body,
      List<String> authors,
      @Nullable String published,
      List<String> topics) {

    static final Found NOTHING = new Found("", "", List.of(), null, List.of());
  }

  void add(JsonNode truth, Found found) {
    if (truth.path("body").isTextual()) {
      body(truth, found.body());
    }
    if (truth.path("title").isTextual() && !truth.path("title").asText().isEmpty()) {
      put("title", fold(truth.get("title").asText()).equals(fold(found.title())) ? 1 : 0);
    }
    String published = truth.path("published").asText("");
    if (published.length() >= 10) {
      put("day", isSameDay(published, found.published()) ? 1 : 0);
    }
    set("authors", truth.path("authors"), found.authors());
    set("topics", truth.path("topics"), found.topics());
    snippets(truth, found.body());
    captions(truth, found.body());
  }

  private void body(JsonNode truth, String body) {
    String text = truth.get("body").asText();
    Map<String, Integer> predicted = shingles(body);
    if (truth.has("optional")) {
      text = withoutOptional(text, truth.get("optional"), predicted);
    }
    Map<String, Integer> wanted = shingles(text);
    int hits = 0;
    for (Map.Entry<String, Integer> entry : wanted.entrySet()) {
      hits += Math.min(entry.getValue(), predicted.getOrDefault(entry.getKey(), 0));
    }
    int all = wanted.values().stream().mapToInt(Integer::intValue).sum();
    int got = predicted.values().stream().mapToInt(Integer::intValue).sum();
    if (got > 0) {
      precisionSum += (double) hits / got;
      precisionPages++;
    }
    if (all > 0) {
      recallSum += (double) hits / all;
      recallPages++;
    }
    put("exact", words(text).equals(words(body)) ? 1 : 0);
  }

  private static String withoutOptional(
      String text, JsonNode optional, Map<String, Integer> predicted) {
    Set<String> free = new HashSet<>();
    optional.forEach(o -> free.add(o.asText()));
    List<String> kept = new ArrayList<>();
    for (String paragraph : text.split("\n\n")) {
      Set<String> own = shingles(paragraph).keySet();
      long found = own.stream().filter(predicted::containsKey).count();
      if (!free.contains(paragraph) || 2 * found >= own.size()) {
        kept.add(paragraph);
      }
    }
    return String.join("\n\n", kept);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher m = WORD.matcher(text);
    while (m.find()) {
      words.add(m.group());
    }
    return words;
  }

  private static Map<String, Integer> shingles(String text) {
    List<String> words = words(text);
    Map<String, Integer> out = new HashMap<>();
    if (words.isEmpty()) {
      return out;
    }
    int count = Math.max(1, words.size() - SHINGLE_WORDS + 1);
    for (int i = 0; i < count; i++) {
      int end = Math.min(words.size(), i + SHINGLE_WORDS);
      out.merge(String.join(" ", words.subList(i, end)), 1, Integer::sum);
    }
    return out;
  }

  private static String fold(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : Normalizer.normalize(text, Normalizer.Form.NFKC).toCharArray()) {
      if ("“”„‟«»″＂".indexOf(c) >= 0) {
        out.append('"');
      } else if ("‘’‚‛‹›′`´".indexOf(c) >= 0) {
        out.append('\'');
      } else if ("‐‑‒–—―−".indexOf(c) >= 0) {
        out.append('-');
      } else if (c != '\u00AD' && c != '\u200B' && c != '\uFEFF') {
        out.append(c);
      }
    }
    return out.toString().replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isSameDay(String truth, @Nullable String found) {
    if (found == null) {
      return false;
    }
    try {
      OffsetDateTime at = OffsetDateTime.parse(found);
      if (at.toLocalDate().equals(LocalDate.parse(truth.substring(0, 10)))) {
        return true;
      }
      boolean zoned = truth.length() > 19;
      return zoned
          && at.withOffsetSameInstant(OffsetDateTime.parse(truth.replace(' ', 'T')).getOffset())
              .toLocalDate()
              .equals(LocalDate.parse(truth.substring(0, 10)));
    } catch (DateTimeParseException e) {
      return false; // a truth in a form of its own counts as missed
    }
  }

  private void set(String name, JsonNode truth, List<String> found) {
    if (!truth.isArray() || truth.isEmpty()) {
      return;
    }
    Set<String> wanted = new HashSet<>();
    truth.forEach(t -> wanted.add(bare(t.asText())));
    Set<String> got = new HashSet<>();
    found.forEach(f -> got.add(bare(f)));
    got.remove("");
    long both = wanted.stream().filter(got::contains).count();
    put(name, 2.0 * both / (wanted.size() + got.size()));
  }

  private static String bare(String name) {
    return fold(name).replaceAll("^[ .,:]+|[ .,:]+$", "");
  }

  private void snippets(JsonNode truth, String body) {
    if (!truth.path("with").isArray() && !truth.path("without").isArray()) {
      return;
    }
    String flat = body.replaceAll("\\s+", " ").strip();
    for (JsonNode with : truth.path("with")) {
      put("snippets", flat.contains(with.asText().replaceAll("\\s+", " ").strip()) ? 1 : 0);
    }
    for (JsonNode without : truth.path("without")) {
      put("snippets", flat.contains(without.asText().replaceAll("\\s+", " ").strip()) ? 0 : 1);
    }
  }

  private void captions(JsonNode truth, String body) {
    if (truth.path("captions").isArray() && !truth.path("captions").isEmpty()) {
      String folded = fold(body);
      for (JsonNode caption : truth.get("captions")) {
        put("captions", folded.contains(fold(caption.asText())) ? 1 : 0);
      }
    }
  }

  private void put(String name, double value) {
    double[] sum = sums.computeIfAbsent(name, k -> new double[2]);
    sum[0] += value;
    sum[1]++;
  }

  /** All measures of the set; "f1" first where the truth has bodies, 0 when none was found. */
  Map<String, Double> totals() {
    Map<String, Double> out = new LinkedHashMap<>();
    if (precisionPages > 0 || recallPages > 0) {
      double precision = precisionPages == 0 ? 0 : precisionSum / precisionPages;
      double recall = recallPages == 0 ? 0 : recallSum / recallPages;
      out.put("f1", precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }
    sums.forEach((name, sum) -> out.put(name, sum[0] / sum[1]));
    return out;
  }
}

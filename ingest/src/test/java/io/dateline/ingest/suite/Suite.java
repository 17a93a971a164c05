package io.dateline.ingest.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** One set of third-party cases; the test is skipped where the sets are not there. */
public final class Suite {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path folder;
  private final String name;

  private Suite(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** The set of a name, below {@code eval/robust}. */
  public static Suite of(String name) {
    Path folder =
        Path.of(System.getProperty("dateline.shared", "../shared"), "eval", "robust", name);
    Assumptions.assumeTrue(Files.isDirectory(folder), "no test set " + name + " here: skipped");
    return new Suite(folder, name);
  }

  /** All cases. */
  public List<JsonNode> cases() {
    try (var lines = Files.lines(folder.resolve("cases.jsonl"))) {
      List<JsonNode> cases = new ArrayList<>();
      for (String line : (Iterable<String>) lines::iterator) {
        cases.add(MAPPER.readTree(line));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException("set " + name, e);
    }
  }

  /** The bytes a case names. */
  public byte[] bytes(JsonNode oneCase) {
    try {
      return Files.readAllBytes(
          folder
              .resolve("files")
              .resolve(
                  oneCase
                      .at(oneCase.at("/in/file").isTextual() ? "/in/file" : "/in/raw_response_file")
                      .asText()));
    } catch (IOException e) {
      throw new UncheckedIOException("set " + name, e);
    }
  }

  /** A string that may be given in Base64. */
  public static byte[] text(JsonNode value) {
    return value.has("b64")
        ? Base64.getDecoder().decode(value.get("b64").asText())
        : value.asText().getBytes(StandardCharsets.UTF_8);
  }

  /** Counts right and wrong and prints one line. */
  public static final class Score {
    private final String name;
    private final List<String> wrong = new ArrayList<>();
    private int right;

    /** A score of a name. */
    public Score(String name) {
      this.name = name;
    }

    /** Counts one. */
    public void add(boolean good, String what) {
      if (good) {
        right++;
      } else {
        wrong.add(what);
      }
    }

    /** Share of the right ones. */
    public double share() {
      int all = right + wrong.size();
      return all == 0 ? 1 : (double) right / all;
    }

    /** Prints the score, and with the system property "suite.show" what is wrong. */
    public Score print() {
      System.out.printf("suite %s: %d of %d%n", name, right, right + wrong.size());
      int show = Integer.getInteger("suite.show", 0);
      wrong.stream().limit(show).forEach(w -> System.out.println("  wrong: " + w));
      return this;
    }

    /** What is wrong. */
    public List<String> wrong() {
      return List.copyOf(wrong);
    }
  }
}

package io.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the house as the documents say it is. */
class TidyTest {
  private static final Path ROOT = Path.of(System.getProperty("dateline.root"));
  private static final int MAX_FILE_LINES = 300;
  private static final int MAX_DOCUMENT_LINES = 150;
  private static final Pattern CLASS_NAME =
      Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)`");
  private static final Pattern SETTING = Pattern.compile("\"([A-Z][A-Z0-9]*_[A-Z0-9_]+)\"");

  @Test
  void noSourceFileIsLongerThanTheLimit() {
    assertThat(sources("main").stream().filter(f -> lines(f).size() > MAX_FILE_LINES)).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Set<Path> folders =
        sources("main").stream()
            .map(Path::getParent)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(folders).isNotEmpty();
    assertThat(folders).allSatisfy(f -> assertThat(f.resolve("package-info.java")).exists());
  }

  @Test
  void theDocumentsStayShort() {
    for (String name : List.of("README.md", "ARCHITECTURE.md")) {
      assertThat(lines(ROOT.resolve(name)).size()).as(name).isLessThanOrEqualTo(MAX_DOCUMENT_LINES);
    }
  }

  @Test
  void everyClassThatADocumentNamesExists() {
    Set<String> classes = new TreeSet<>();
    for (String kind : List.of("main", "test")) {
      sources(kind).forEach(f -> classes.add(f.getFileName().toString().replace(".java", "")));
    }
    Set<String> unknown = new TreeSet<>();
    for (String name : List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")) {
      Matcher matcher = CLASS_NAME.matcher(text(ROOT.resolve(name)));
      while (matcher.find()) {
        if (!classes.contains(matcher.group(1)) && !isOfALibrary(matcher.group(1))) {
          unknown.add(name + ": " + matcher.group(1));
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void everySettingIsDocumented() {
    String documented = text(ROOT.resolve("docs/settings.md"));
    Set<String> missing = new TreeSet<>();
    for (Path file : sources("main")) {
      if (file.getFileName().toString().endsWith("Settings.java")) {
        Matcher matcher = SETTING.matcher(text(file));
        while (matcher.find()) {
          if (!documented.contains(matcher.group(1))) {
            missing.add(matcher.group(1));
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean isOfALibrary(String name) {
    return Set.of("InstantSource", "TopologyTestDriver", "StandardTokenizer", "HikariCP")
        .contains(name);
  }

  private static List<Path> sources(String kind) {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.filter(Files::isDirectory).toList()) {
        Path java = module.resolve("src/" + kind + "/java");
        if (Files.isDirectory(java)) {
          try (Stream<Path> walk = Files.walk(java)) {
            walk.filter(f -> f.toString().endsWith(".java")).forEach(files::add);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static String text(Path file) {
    return String.join("\n", lines(file));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

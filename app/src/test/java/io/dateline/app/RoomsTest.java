package io.dateline.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The map of rooms, docs/rooms.puml, is the rule. */
class RoomsTest {
  private static final Path MAP =
      Path.of(System.getProperty("dateline.root"), "docs", "rooms.puml");
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.dateline");
  private static final Pattern PACKAGE = Pattern.compile("<<([^>]+)>>");
  private static final String[] PURE = {
    "io.dateline.model..",
    "io.dateline.ingest.feed..",
    "io.dateline.ingest.sitemap..",
    "io.dateline.ingest.robots..",
    "io.dateline.ingest.extract..",
    "io.dateline.ingest.schedule..",
    "io.dateline.ingest.url..",
    "io.dateline.ingest.section..",
    "io.dateline.ingest.health..",
    "io.dateline.enrich.language..",
    "io.dateline.enrich.match..",
    "io.dateline.enrich.country..",
    "io.dateline.enrich.topic..",
    "io.dateline.enrich.duplicate..",
    "io.dateline.enrich.story..",
    "io.dateline.serve.page..",
    "io.dateline.serve.format.."
  };

  @TempDir Path folder;

  @Test
  void theHouseIsAsTheMapSays() {
    assertThat(check(MAP, HOUSE).getFailureReport().getDetails()).isEmpty();
  }

  @Test
  void everyClassStandsInARoomOfTheMap() throws IOException {
    String map = Files.readString(MAP);
    assertThat(HOUSE.stream().map(c -> c.getPackageName()).distinct())
        .allSatisfy(name -> assertThat(isOnTheMap(map, name)).as(name).isTrue());
  }

  /** An arrow whose loss breaks no rule is one that nobody uses, or a rule that cannot fail. */
  @ParameterizedTest
  @MethodSource("arrows")
  void withoutAnArrowTheRuleBites(String arrow) throws IOException {
    Path map = folder.resolve("rooms.puml");
    String whole = Files.readString(MAP);
    Files.writeString(map, whole.replace(arrow + "\n", ""));
    assertThat(check(map, roomThatArrowLeaves(whole, arrow)).hasViolation()).isTrue();
  }

  private static JavaClasses roomThatArrowLeaves(String map, String arrow) {
    String room = arrow.substring(0, arrow.indexOf(']') + 1) + " <<";
    String line = map.lines().filter(l -> l.startsWith(room)).findFirst().orElseThrow();
    String[] packages =
        PACKAGE.matcher(line).results().map(found -> found.group(1)).toArray(String[]::new);
    return HOUSE.that(JavaClass.Predicates.resideInAnyPackage(packages));
  }

  @Test
  void pureRoomsReadNeitherClockNorEnvironment() {
    noClockOrEnvironment(PURE).check(HOUSE);
  }

  @Test
  void theRuleOfPureRoomsBites() {
    JavaClasses impure = new ClassFileImporter().importClasses(ReadsTheClock.class);
    assertThat(noClockOrEnvironment("io.dateline.app..").evaluate(impure).hasViolation()).isTrue();
  }

  static List<String> arrows() {
    try (Stream<String> lines = Files.lines(MAP)) {
      return lines.filter(line -> line.contains("] --> [")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EvaluationResult check(Path map, JavaClasses classes) {
    ArchRule rule =
        ArchRuleDefinition.classes()
            .should(adhereToPlantUmlDiagram(map, consideringOnlyDependenciesInDiagram()));
    return rule.evaluate(classes);
  }

  private static ArchRule noClockOrEnvironment(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC");
  }

  private static boolean isOnTheMap(String map, String packageName) {
    if (packageName.startsWith("io.dateline.bench") || map.contains("<<" + packageName + ">>")) {
      return true;
    }
    for (String name = packageName; name.contains("."); name = parent(name)) {
      if (map.contains("<<" + name + "..>>")) {
        return true;
      }
    }
    return false;
  }

  private static String parent(String packageName) {
    return packageName.substring(0, packageName.lastIndexOf('.'));
  }

  /** Impure on purpose. */
  static final class ReadsTheClock {
    Instant now() {
      return Instant.now();
    }
  }
}

package io.dateline.model.ninjs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** IPTC's schema and ours, resolved without network. Skips a test when IPTC's is not at hand. */
final class ContractSchemas {

  private static final Path NINJS = Path.of(System.getProperty("dateline.shared"), "iptc", "ninjs");
  private static final Path OURS = Path.of(System.getProperty("dateline.root"), "docs", "schema");

  private ContractSchemas() {}

  static Path ninjs() {
    assumeTrue(Files.isDirectory(NINJS), () -> "skipped: IPTC's ninjs files are not at " + NINJS);
    return NINJS;
  }

  static Schema ninjs31() {
    return schema(read(ninjs().resolve("ninjs-schema_3.1.json")));
  }

  static Schema enriched() {
    ninjs();
    return schema(read(OURS.resolve("enriched-1.json")));
  }

  static Schema rejected() {
    return schema(read(OURS.resolve("rejected-1.json")));
  }

  static Schema storyLinks() {
    return schema(read(OURS.resolve("story-links-1.json")));
  }

  static Schema sourceHealth() {
    return schema(read(OURS.resolve("source-health-1.json")));
  }

  static List<String> errors(Schema schema, byte[] json) {
    return schema
        .validate(
            new String(json, StandardCharsets.UTF_8),
            InputFormat.JSON,
            context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static Schema schema(String text) {
    Map<String, String> known = new HashMap<>();
    if (Files.isDirectory(NINJS)) {
      known.put(
          "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
          read(NINJS.resolve("ninjs-schema_3.1.json")));
      known.put(
          "https://geojson.org/schema/GeoJSON.json",
          read(NINJS.resolve("validation/test_suite/GeoJSON-schema.json")));
    }
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(known))
        .getSchema(text, InputFormat.JSON);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

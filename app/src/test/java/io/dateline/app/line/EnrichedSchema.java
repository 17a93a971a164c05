package io.dateline.app.line;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published schema of the enriched channel, with IPTC's resolved from the folder beside. */
final class EnrichedSchema {
  private static final Path NINJS = Path.of(System.getProperty("dateline.shared"), "iptc", "ninjs");
  private static final Path OURS =
      Path.of(System.getProperty("dateline.root"), "docs", "schema", "enriched-1.json");

  private final Schema schema;

  private EnrichedSchema(Schema schema) {
    this.schema = schema;
  }

  /** The schema, or nothing when IPTC's files are not at hand. */
  static Optional<EnrichedSchema> load() throws IOException {
    if (!Files.isDirectory(NINJS)) {
      return Optional.empty();
    }
    Map<String, String> known =
        Map.of(
            "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
            Files.readString(NINJS.resolve("ninjs-schema_3.1.json")),
            "https://geojson.org/schema/GeoJSON.json",
            Files.readString(NINJS.resolve("validation/test_suite/GeoJSON-schema.json")));
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(known));
    return Optional.of(
        new EnrichedSchema(registry.getSchema(Files.readString(OURS), InputFormat.JSON)));
  }

  List<String> errors(String json) {
    return schema.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
  }
}

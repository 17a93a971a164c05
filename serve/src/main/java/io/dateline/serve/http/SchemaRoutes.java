package io.dateline.serve.http;

import io.dateline.serve.page.Asset;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The JSON Schemas of the channels. */
final class SchemaRoutes {

  private final Map<String, byte[]> schemas = new TreeMap<>();

  SchemaRoutes() {
    for (String name : Asset.SCHEMAS) {
      schemas.put(name, Asset.schema(name).read());
    }
  }

  void addTo(Router router) {
    router.add("GET", "/schemas/{}", this::schema);
  }

  private void schema(Exchange exchange) throws IOException {
    byte[] schema = schemas.get(exchange.segment(0));
    if (schema == null) {
      throw ProblemException.of(404, "the schemas are " + String.join(", ", schemas.keySet()));
    }
    exchange.send(200, "application/schema+json", schema);
  }
}

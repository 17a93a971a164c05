package io.dateline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.dateline.model.Channel;
import io.dateline.serve.LineExtension;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server does what openapi.json and asyncapi.yaml say, no more and no less. */
@ExtendWith(LineExtension.class)
class OpenApiTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TALKS = Samples.talks().article().uri().id().toString();

  private final ServedLine line;
  private final JsonNode document;

  OpenApiTest(ServedLine line) throws Exception {
    this.line = line;
    document = JSON.readTree(line.get("/openapi.json").body());
  }

  @BeforeAll
  static void storeSamples(ServedLine line) throws Exception {
    line.store(Samples.talks());
    ServedLine.await(
        () -> line.get("/api/v1/articles?q=story:story-1").body().contains("\"total\":1"));
  }

  @Test
  void documentNamesExactlyTheRoutesServed() {
    List<String> told = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String method = operation.getKey().toUpperCase(Locale.ROOT);
        told.add(method + " " + path.getKey().replaceAll("\\{[^}]*}", "{}"));
      }
    }
    List<String> page =
        line.routes().stream()
            .filter(r -> r.matches("GET /(js/.*|lib/.*|style.css|icon.svg)"))
            .toList();
    assertThat(line.routes()).containsAll(page).containsAll(told);
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            line.routes().stream().filter(route -> !page.contains(route)).toList());
  }

  @Test
  void everyGetAnswersWithTheStatusTypeAndShapeItTells() throws Exception {
    int checked = 0;
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      JsonNode get = path.getValue().get("get");
      if (get == null || path.getKey().equals("/api/v1/stream")) {
        continue;
      }
      String address = fill(path.getKey());
      HttpResponse<String> response = line.get(address);
      JsonNode told = get.get("responses").get(Integer.toString(response.statusCode()));
      assertThat(told).as(address + " gave " + response.statusCode()).isNotNull();
      checkBody(address, told, response);
      checked++;
    }
    assertThat(checked).isGreaterThan(20);
  }

  private static String fill(String path) {
    return path.replace("/stories/{id}", "/stories/story-1")
        .replace("/watches/{id}", "/watches/none")
        .replace("{id}", TALKS)
        .replace("{name}", "enriched-1.json");
  }

  private void checkBody(String address, JsonNode told, HttpResponse<String> response)
      throws Exception {
    JsonNode response200 =
        told.has("$ref") ? document.at(told.get("$ref").asText().substring(1)) : told;
    JsonNode content = response200.get("content");
    String type = response.headers().firstValue("Content-Type").orElse("").split(";")[0];
    assertThat(content.has(type)).as(address + " gave " + type).isTrue();
    JsonNode schema = content.get(type).get("schema");
    if (schema != null && type.contains("json")) {
      assertThat(violations(schema, response.body())).as(address).isEmpty();
    }
  }

  private List<?> violations(JsonNode schema, String body) {
    var root = JSON.createObjectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.setAll((com.fasterxml.jackson.databind.node.ObjectNode) schema.deepCopy());
    root.set("components", document.get("components"));
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    return registry.getSchema(root.toString(), InputFormat.JSON).validate(body, InputFormat.JSON);
  }

  @Test
  void everyParameterToldIsTakenAndAnyOtherIsRefused() {
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      JsonNode get = path.getValue().get("get");
      if (get == null
          || !path.getKey().startsWith("/api/v1/")
          || path.getKey().contains("watches/{id}")) {
        continue;
      }
      String address = fill(path.getKey());
      for (JsonNode parameter : get.path("parameters")) {
        String name = parameter.get("name").asText();
        if (parameter.get("in").asText().equals("query")) {
          // an empty value counts as absent, an unknown name does not
          String refused = line.get(address + "?nothing=1&" + name + "=").body();
          assertThat(refused).as(address).contains("\"parameter\":\"nothing\"");
          assertThat(refused.replace("nothing:", "")).contains(name);
        }
      }
      assertThat(line.get(address + "?nothing=1").statusCode()).as(address).isEqualTo(400);
    }
  }

  @Test
  void watchesLiveAsTold() throws Exception {
    HttpResponse<String> made =
        line.send(
            HttpRequest.newBuilder(line.uri("/api/v1/watches"))
                .POST(BodyPublishers.ofString("{\"name\":\"Told\",\"query\":\"nirgends\"}"))
                .build());
    String id = JSON.readTree(made.body()).get("id").asText();
    JsonNode paths = document.get("paths");
    checkBody("post", paths.at("/~1api~1v1~1watches/post/responses/201"), made);
    for (String path : List.of("", "/hits", "/deliveries", "/feed.atom", "/feed.json")) {
      HttpResponse<String> got = line.get("/api/v1/watches/" + id + path);
      JsonNode told = paths.get("/api/v1/watches/{id}" + path).at("/get/responses/200");
      checkBody(path, told, got);
    }
  }

  @Test
  void channelsAreToldByTheirNames() {
    String channels = line.get("/asyncapi.yaml").body();
    for (Channel channel :
        List.of(
            Channel.ARTICLES,
            Channel.ENRICHED,
            Channel.REJECTED,
            Channel.SOURCE_HEALTH,
            Channel.WATCHES,
            Channel.MATCHES,
            Channel.DELIVERIES,
            Channel.STORY_LINKS)) {
      assertThat(channels).contains("address: " + channel.name(Channel.DEFAULT_PREFIX) + "\n");
    }
    assertThat(line.get("/schemas/enriched-1.json").statusCode()).isEqualTo(200);
    assertThat(line.get("/schemas/rejected-1.json").statusCode()).isEqualTo(200);
    assertThat(line.get("/schemas/source-health-1.json").statusCode()).isEqualTo(200);
    assertThat(line.get("/schemas/story-links-1.json").statusCode()).isEqualTo(200);
  }
}

package io.dateline.app.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What dashboards and alerts ask for exists: each query is put to a line that has seen articles.
 */
@ExtendWith(DemoLine.Extension.class)
class DashboardsTest {
  private static final Path DEPLOY = Path.of(System.getProperty("dateline.root"), "deploy");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:dateline|jvm|process|kafka|hikaricp|http)_[a-z0-9_]+\\b");
  private static final Pattern TIME_FILTER = Pattern.compile("\\$__timeFilter\\(([\\w.]+)\\)");

  private final TestLine line;

  DashboardsTest(DemoLine demo) {
    line = demo.line();
  }

  private static JsonNode dashboard(String name) throws Exception {
    return JSON.readTree(
        Files.readString(DEPLOY.resolve("grafana/dashboards").resolve(name + ".json")));
  }

  private static List<String> texts(JsonNode node, String field) {
    List<String> found = new ArrayList<>();
    node.findValues(field).forEach(value -> found.add(value.asText()));
    return found;
  }

  private Set<String> unknown(List<String> expressions) throws Exception {
    String metrics = line.web().get("/metrics", BodyHandlers.ofString(UTF_8)).body();
    Set<String> unknown = new TreeSet<>();
    for (String expression : expressions) {
      Matcher names = METRIC.matcher(expression);
      while (names.find()) {
        if (!Pattern.compile("(?m)^" + names.group() + "[ {]").matcher(metrics).find()) {
          unknown.add(names.group());
        }
      }
    }
    return unknown;
  }

  @Test
  void everyMetricOfTheOperationsDashboardIsExported() throws Exception {
    List<String> expressions = texts(dashboard("operations"), "expr");
    assertThat(expressions).hasSizeGreaterThan(8);
    assertThat(unknown(expressions)).isEmpty();
  }

  @Test
  void everyQueryOfTheNewsroomDashboardRunsAndFindsTheArticle() throws Exception {
    List<String> queries = texts(dashboard("newsroom"), "rawSql");
    assertThat(queries).hasSizeGreaterThan(6);
    for (String query : queries) {
      String sql =
          TIME_FILTER
              .matcher(query)
              .replaceAll("$1 BETWEEN timestamp '2000-01-01' AND now() + interval '1 hour'");
      assertThat(sql).as("Grafana's macros are known here").doesNotContain("$_");
      if (query.contains("stories") || query.contains("topics_per_hour")) {
        line.ask(sql);
      } else {
        assertThat(line.ask(sql)).as(query).isNotEmpty();
      }
    }
  }

  @Test
  void everyAlertAsksForMetricsThatExistAndThoseThatMatterAreThere() throws Exception {
    JsonNode rules = YAML.readTree(Files.readString(DEPLOY.resolve("alerts.yml")));
    assertThat(texts(rules, "alert"))
        .contains("SourceSilent", "SinkBehind", "ManyRejections", "ServiceDown", "SlowLine");
    assertThat(unknown(texts(rules, "expr"))).isEmpty();
  }

  @Test
  void everyPanelNamesADataSourceThatIsProvisioned() throws Exception {
    JsonNode sources =
        YAML.readTree(
            Files.readString(DEPLOY.resolve("grafana/provisioning/datasources/dateline.yml")));
    List<String> provisioned = texts(sources, "uid");
    assertThat(provisioned).isNotEmpty();
    for (String name : List.of("operations", "newsroom")) {
      for (JsonNode panel : dashboard(name).path("panels")) {
        assertThat(panel.at("/datasource/uid").asText())
            .as(name + ": " + panel.path("title"))
            .isIn(provisioned);
      }
    }
  }
}

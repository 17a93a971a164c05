package io.dateline.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dateline.embedded.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The compose file on one machine. What differs from containers is this mapping and nothing else:
 *
 * <ul>
 *   <li>the services' ports become free ones of this machine: 8080 to 8083,
 *   <li>names and ports of the broker and the database become those of {@link #map},
 *   <li>folders that are volumes become those of {@link #map},
 *   <li>in the image's entry point: {@code java} is this machine's, the class path the test's.
 * </ul>
 */
final class Compose {
  private static final Path ROOT = Path.of(System.getProperty("dateline.root"));
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::-([^}]*))?}");
  private static final Pattern ENTRY_POINT = Pattern.compile("(?m)^ENTRYPOINT (\\[[^]]*])");
  private static final Pattern IMAGE_VARIABLE = Pattern.compile("(?m)^ENV (\\w+)=(\\S+)$");

  private final JsonNode services;
  private final Map<String, String> places = new LinkedHashMap<>();

  private Compose(JsonNode services) {
    this.services = services;
  }

  /** The file in the root folder, with the ports already mapped. */
  static Compose read() throws IOException {
    JsonNode file = YAML.readTree(Files.readString(ROOT.resolve("docker-compose.yml")));
    Compose compose = new Compose(file.path("services"));
    for (int port = 8080; port <= 8083; port++) {
      compose.map(Integer.toString(port), Integer.toString(Ports.claim("test", 0)));
    }
    return compose;
  }

  /** What stands for a name of the file on this machine. */
  void map(String name, String here) {
    places.put(name, here);
  }

  /** The image's entry point with the service's command. */
  List<String> command(String service) throws IOException {
    String dockerfile = Files.readString(ROOT.resolve("Dockerfile"));
    Matcher matcher = ENTRY_POINT.matcher(dockerfile.replace("\\\n", ""));
    if (!matcher.find()) {
      throw new IOException("the Dockerfile has no entry point");
    }
    List<String> command = new ArrayList<>();
    for (JsonNode word : YAML.readTree(matcher.group(1))) {
      command.add(
          switch (word.asText()) {
            case "java" -> Path.of(System.getProperty("java.home"), "bin", "java").toString();
            case "/opt/dateline/dateline.jar:/opt/dateline/lib/*" ->
                System.getProperty("java.class.path");
            default -> word.asText();
          });
    }
    services.path(service).path("command").forEach(word -> command.add(word.asText()));
    return command;
  }

  /** The image's variables and the service's, and no others. */
  Map<String, String> environment(String service) throws IOException {
    Map<String, String> env = new LinkedHashMap<>();
    Matcher image = IMAGE_VARIABLE.matcher(Files.readString(ROOT.resolve("Dockerfile")));
    while (image.find()) {
      env.put(image.group(1), image.group(2));
    }
    for (var entry : services.path(service).path("environment").properties()) {
      env.put(entry.getKey(), here(interpolate(entry.getValue().asText())));
    }
    return env;
  }

  /** What the service's health check runs. */
  String healthCheck(String service) {
    StringBuilder words = new StringBuilder();
    services
        .path(service)
        .path("healthcheck")
        .path("test")
        .forEach(word -> words.append(here(word.asText())).append(' '));
    return words.toString();
  }

  /** The token with which Prometheus asks serve. */
  String prometheusToken() throws IOException {
    JsonNode file = YAML.readTree(Files.readString(ROOT.resolve("deploy/prometheus.yml")));
    return file.findPath("credentials").asText();
  }

  private String here(String value) {
    String names = places.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile("(?<!\\d)(?:" + names + ")(?!\\d)")
        .matcher(value)
        .replaceAll(found -> Matcher.quoteReplacement(places.getOrDefault(found.group(), "")));
  }

  private static String interpolate(String value) {
    return VARIABLE
        .matcher(value)
        .replaceAll(
            found -> Matcher.quoteReplacement(found.group(2) == null ? "" : found.group(2)));
  }
}

package io.dateline.serve.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.webjars.WebJarVersionLocator;

/**
 * A file that is served as it is.
 *
 * @param path address on the server
 * @param contentType media type
 * @param resource name beside this class, or from / on
 */
public record Asset(String path, String contentType, String resource) {

  /** Names of the channels' schemas. */
  public static final List<String> SCHEMAS =
      List.of("enriched-1.json", "rejected-1.json", "source-health-1.json", "story-links-1.json");

  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String JSON = "application/json";

  private static final List<String> SCRIPTS =
      List.of(
          "alerts", "api", "app", "article", "charts", "dom", "filters", "list", "live", "search",
          "story", "tables", "volume", "watches", "words");

  /** Everything that is served as it is. */
  public static List<Asset> all() {
    List<Asset> assets = new ArrayList<>();
    assets.add(new Asset("/", "text/html; charset=utf-8", "index.html"));
    assets.add(new Asset("/style.css", "text/css; charset=utf-8", "style.css"));
    assets.add(new Asset("/icon.svg", "image/svg+xml", "icon.svg"));
    for (String script : SCRIPTS) {
      assets.add(new Asset("/js/" + script + ".js", SCRIPT, script + ".js"));
    }
    assets.add(new Asset("/lib/echarts.js", SCRIPT, webJar("echarts", "echarts.esm.min.js")));
    assets.add(new Asset("/world.json", JSON, "world.json"));
    assets.add(new Asset("/openapi.json", JSON, "openapi.json"));
    assets.add(new Asset("/asyncapi.yaml", "application/yaml", "asyncapi.yaml"));
    return assets;
  }

  private static String webJar(String name, String file) {
    String path = new WebJarVersionLocator().fullPath(name, file);
    if (path == null) {
      throw new IllegalStateException("the WebJar " + name + " is not on the class path");
    }
    return "/" + path;
  }

  /** One of the schemas of docs/schema, which the build copies into the jar. */
  public static Asset schema(String name) {
    return new Asset("/schemas/" + name, "application/schema+json", "schema/" + name);
  }

  /** The file's bytes, read anew. */
  public byte[] read() {
    try (InputStream in = Asset.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}

package io.dateline.serve.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the route of a path; a "{}" segment of a pattern takes any one segment. */
public final class Router {

  private static final String ANY = "{}";

  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String method, List<String> pattern, Route route) {}

  /** A route with the variable segments of its path. */
  record Found(Route route, List<String> captured) {}

  /** Adds a route; GET answers HEAD too. */
  public Router add(String method, String pattern, Route route) {
    entries.add(new Entry(method, segments(pattern), route));
    return this;
  }

  /** The routes as "METHOD /path", in the order added. */
  public List<String> list() {
    return entries.stream().map(e -> e.method() + " /" + String.join("/", e.pattern())).toList();
  }

  Optional<Found> find(String method, String path) {
    String wanted = method.equals("HEAD") ? "GET" : method;
    List<String> segments = segments(path);
    for (Entry entry : entries) {
      List<String> captured = match(entry.pattern(), segments);
      if (entry.method().equals(wanted) && captured != null) {
        return Optional.of(new Found(entry.route(), captured));
      }
    }
    return Optional.empty();
  }

  /** Methods that a path answers. */
  List<String> methods(String path) {
    List<String> segments = segments(path);
    Map<String, Boolean> methods = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (match(entry.pattern(), segments) != null) {
        methods.put(entry.method(), true);
      }
    }
    return List.copyOf(methods.keySet());
  }

  private static @Nullable List<String> match(List<String> pattern, List<String> segments) {
    if (pattern.size() != segments.size()) {
      return null;
    }
    List<String> captured = new ArrayList<>();
    for (int i = 0; i < pattern.size(); i++) {
      if (pattern.get(i).equals(ANY) && !segments.get(i).isEmpty()) {
        captured.add(segments.get(i));
      } else if (!pattern.get(i).equals(segments.get(i))) {
        return null;
      }
    }
    return captured;
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }
}

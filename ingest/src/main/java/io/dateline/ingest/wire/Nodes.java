package io.dateline.ingest.wire;

import io.dateline.model.Dateline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Small reads on XML elements; names are compared without prefix and in lower case. */
final class Nodes {

  private Nodes() {}

  static String name(Element element) {
    String name = element.tagName();
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  static @Nullable Element child(@Nullable Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? null : found.getFirst();
  }

  static List<Element> children(@Nullable Element parent, String name) {
    List<Element> found = new ArrayList<>();
    if (parent != null) {
      for (Element child : parent.children()) {
        if (name(child).equals(name)) {
          found.add(child);
        }
      }
    }
    return found;
  }

  /** The child reached by names one after the other. */
  static @Nullable Element at(@Nullable Element start, String... names) {
    Element at = start;
    for (String name : names) {
      at = child(at, name);
    }
    return at;
  }

  /** All elements of a name below, in document order. */
  static List<Element> below(@Nullable Element top, String name) {
    List<Element> found = new ArrayList<>();
    if (top != null) {
      List<Element> all = top.getAllElements();
      for (Element element : all.subList(1, all.size())) { // the first is the top itself
        if (name(element).equals(name)) {
          found.add(element);
        }
      }
    }
    return found;
  }

  /** The words of an element with single spaces; null when there are none. */
  static @Nullable String text(@Nullable Element element) {
    if (element == null) {
      return null;
    }
    String text = element.text().replaceAll("\\s+", " ").strip();
    return text.isEmpty() ? null : text;
  }

  /** An attribute; null when it is missing or blank. */
  static @Nullable String attribute(@Nullable Element element, String name) {
    if (element == null) {
      return null;
    }
    String value = element.attributes().getIgnoreCase(name).strip();
    return value.isEmpty() ? null : value;
  }

  /** The first that is there. */
  static @Nullable String either(@Nullable String first, @Nullable String second) {
    return first == null ? second : first;
  }

  /** The value or what stands for none. */
  static String orElse(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  /** The place an item says it was written at; null when it says none. */
  static @Nullable Dateline dateline(@Nullable String place) {
    return place == null ? null : new Dateline(place, List.of(place), null, null, null);
  }
}

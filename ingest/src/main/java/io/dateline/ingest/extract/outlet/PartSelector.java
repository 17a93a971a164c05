package io.dateline.ingest.extract.outlet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * A CSS selector, and which attribute of its elements is read: {@code time.date@datetime}.
 *
 * @param css as written, without the attribute
 * @param evaluator the same, parsed
 * @param attribute to read instead of the text; null: {@code content} of a {@code meta}, {@code
 *     datetime} of a {@code time} that has one, else the text
 */
public record PartSelector(String css, Evaluator evaluator, @Nullable String attribute) {

  /** Most elements that one selector may find on a page; more are not read. */
  public static final int MAX_ELEMENTS = 2_000;

  private static final Pattern ATTRIBUTE = Pattern.compile("@([A-Za-z][A-Za-z0-9_:.-]*)$");

  /**
   * Reads a selector.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static PartSelector of(String text) {
    var found = ATTRIBUTE.matcher(text.strip());
    String attribute = found.find() ? found.group(1) : null;
    String css = attribute == null ? text.strip() : text.strip().substring(0, found.start());
    if (css.isBlank()) {
      throw new IllegalArgumentException("the selector is empty");
    }
    try {
      return new PartSelector(css, QueryParser.parse(css), attribute);
    } catch (IllegalStateException e) { // how Jsoup reports a selector that cannot be parsed
      throw new IllegalArgumentException("'" + css + "' is no selector: " + e.getMessage(), e);
    }
  }

  /** Its elements in document order. */
  List<Element> elements(Document document) {
    return document.selectStream(evaluator).limit(MAX_ELEMENTS).toList();
  }

  /** What its elements say in document order; those that say nothing are left out. */
  List<String> texts(Document document) {
    List<String> texts = new ArrayList<>();
    for (Element element : elements(document)) {
      String text = text(element);
      if (!text.isBlank()) {
        texts.add(text.strip());
      }
    }
    return texts;
  }

  private String text(Element element) {
    if (attribute != null) {
      return element.attr(attribute);
    }
    if (element.normalName().equals("meta")) {
      return element.attr("content");
    }
    boolean timed = element.normalName().equals("time") && element.hasAttr("datetime");
    return timed ? element.attr("datetime") : element.text();
  }

  @Override
  public String toString() {
    return attribute == null ? css : css + "@" + attribute;
  }
}

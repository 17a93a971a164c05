package io.dateline.ingest.extract.scan;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tells the roles of an element by its tag, the words in its names, ARIA and microdata. */
final class ElementRoles {

  /** Attributes whose words name an element. */
  static final Set<String> NAMING =
      Set.of(
          "class",
          "id",
          "data-testid",
          "data-component",
          "data-qa",
          "data-test",
          "data-module",
          "data-area",
          "data-tb-region-item",
          "data-type",
          "data-block-type");

  /** Names of this page remembered, a power of two: menus and lists repeat theirs. */
  private static final int SLOTS = 256;

  private final RoleTokens tokens;
  private final @Nullable String[] names = new @Nullable String[SLOTS];
  private final int[] known = new int[SLOTS];

  ElementRoles(RoleTokens tokens) {
    this.tokens = tokens;
  }

  /** Roles of an element as bits of {@link Role}. */
  int of(Element element, String tag) {
    if (element.attributesSize() == 0) {
      return byTag(tag);
    }
    if (tag.equals("body") || tag.equals("html")) {
      return 0;
    }
    int roles = byTag(tag);
    boolean text = TagKinds.isTextual(tag);
    for (var attribute : element.attributes()) {
      String key = attribute.getKey();
      if (!(text && key.equals("id"))) {
        roles |= byAttribute(key, attribute.getValue());
      }
    }
    return roles;
  }

  private int byAttribute(String key, String value) {
    return switch (key) {
      case "role" -> byAriaRole(value);
      case "hidden" -> Role.HIDDEN.bit();
      case "aria-hidden" -> value.equals("true") ? Role.HIDDEN.bit() : 0;
      case "style" -> isHidingStyle(value) ? Role.HIDDEN.bit() : 0;
      case "itemprop" -> byProperty(value);
      case "rel" -> value.contains("author") ? Role.BYLINE.bit() : 0;
      default -> NAMING.contains(key) && !value.isEmpty() ? byName(value) : 0;
    };
  }

  private int byName(String name) {
    int slot = name.hashCode() & (SLOTS - 1);
    if (!name.equals(names[slot])) {
      names[slot] = name;
      known[slot] = tokens.of(name);
    }
    return known[slot];
  }

  private static boolean isHidingStyle(String style) {
    int at = style.indexOf("display");
    return at >= 0 && style.startsWith("none", skipColon(style, at + 7));
  }

  private static int skipColon(String style, int from) {
    int i = from;
    while (i < style.length() && (style.charAt(i) == ' ' || style.charAt(i) == ':')) {
      i++;
    }
    return i;
  }

  private static int byAriaRole(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "navigation",
          "banner",
          "contentinfo",
          "complementary",
          "search",
          "dialog",
          "menu",
          "toolbar",
          "form",
          "alertdialog",
          "tablist" ->
          Role.BOILERPLATE.bit();
      default -> 0;
    };
  }

  private static int byProperty(String value) {
    return switch (value) {
      case "articleBody" -> Role.BODY.bit();
      case "author" -> Role.BYLINE.bit();
      case "headline" -> Role.TITLE.bit();
      case "caption" -> Role.CAPTION.bit();
      case "copyrightHolder" -> Role.CREDIT.bit();
      case "comment" -> Role.COMMENTS.bit();
      case "keywords" -> Role.TAGS.bit();
      default -> 0;
    };
  }

  private static int byTag(String tag) {
    return switch (tag) {
      case "nav", "footer", "aside", "search", "label" -> Role.BOILERPLATE.bit();
      case "figcaption" -> Role.CAPTION.bit();
      case "form" -> Role.WEAK.bit();
      default -> 0;
    };
  }
}

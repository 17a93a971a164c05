package io.dateline.ingest.extract.scan;

import java.util.Locale;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Walks a document once. One scanner serves one document. */
public final class PageScanner implements NodeFilter {

  private static final int BOX_ROLES =
      Role.CAPTION.bit()
          | Role.CREDIT.bit()
          | Role.COMMENTS.bit()
          | Role.TAGS.bit()
          | Role.KICKER.bit();

  /** Roles that make an element worth noting as a possible author line. */
  private static final int NOTED_BYLINE = Role.BYLINE.bit();

  private final RoleTokens tokens;
  private final TimeBudget budget;
  private final int maxElements;
  private final Page page = new Page();
  private final BlockWriter writer = new BlockWriter(page);
  private @Nullable Box box;
  private @Nullable Element left;
  private int elements;

  private PageScanner(RoleTokens tokens, TimeBudget budget, int maxElements) {
    this.tokens = tokens;
    this.budget = budget;
    this.maxElements = maxElements;
  }

  /**
   * Scans a document.
   *
   * @param tokens knows what names mean
   * @param budget stops the scan when spent
   * @param maxElements stops the scan behind so many elements
   */
  public static Page scan(Document doc, RoleTokens tokens, TimeBudget budget, int maxElements) {
    PageScanner scanner = new PageScanner(tokens, budget, maxElements);
    doc.filter(scanner);
    scanner.writer.flush();
    while (scanner.box != null) {
      scanner.closeBox(scanner.box);
    }
    return scanner.page;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      if (box != null) {
        writer.text(text.getWholeText(), box);
      }
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    if (++elements > maxElements || budget.spent()) {
      page.cutShort = true;
      return FilterResult.STOP;
    }
    FilterResult result = open(element);
    left = result == FilterResult.CONTINUE ? null : element;
    return result;
  }

  private FilterResult open(Element element) {
    String tag = element.normalName();
    switch (tag) {
      case "#root", "head" -> {
        return FilterResult.CONTINUE;
      }
      case "html" -> page.language = element.hasAttr("lang") ? element.attr("lang") : null;
      case "title" -> {
        if (page.title == null && element.ownerDocument() != null) {
          page.title = element.text();
        }
        return FilterResult.SKIP_CHILDREN;
      }
      case "meta" -> page.metas.add(element);
      case "link" -> page.links.add(element);
      case "br" -> writer.lineBreak();
      case "img" -> noteImage(element);
      default -> {}
    }
    if (TagKinds.isSkipped(tag)) {
      noteScript(tag, element);
      return FilterResult.SKIP_CHILDREN;
    }
    return enter(element, tag);
  }

  private FilterResult enter(Element element, String tag) {
    int roles = roles(element, tag);
    note(element, tag, roles);
    if (isBox(element, tag, roles, box)) {
      writer.flush();
      box = new Box(page.boxes.size(), element, box, roles, page.blocks.size());
      page.boxes.add(box);
    } else if (Role.HIDDEN.in(roles)) {
      return FilterResult.SKIP_CHILDREN;
    } else {
      writer.openInline(tag, roles);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && !element.equals(left)) {
      if (box != null && box.element().equals(element)) {
        writer.flush();
        closeBox(box);
      } else if (box != null) {
        writer.closeInline(element.normalName());
      }
    }
    return FilterResult.CONTINUE;
  }

  private void closeBox(Box closing) {
    closing.close(page.blocks.size());
    Box outer = closing.parent();
    if (outer != null) {
      outer.count(closing.words() - closing.runWords(), false);
      outer.count(closing.runWords(), true);
    }
    box = outer;
  }

  private static boolean isBox(Element element, String tag, int roles, @Nullable Box box) {
    if (TagKinds.isBlock(tag) || box == null) {
      return true;
    }
    if (tag.indexOf('-') > 0) {
      return !isTextual(box.tag());
    }
    if (!tag.equals("span")) {
      return false;
    }
    if (!isTextual(box.tag())) {
      return (roles & BOX_ROLES) != 0;
    }
    boolean beside = (roles & (Role.CAPTION.bit() | Role.CREDIT.bit())) != 0;
    return beside && element.childNodeSize() > 0 && !isHeading(box.tag());
  }

  private static boolean isTextual(String tag) {
    return isHeading(tag) || tag.equals("p") || tag.equals("li") || tag.equals("td");
  }

  private static boolean isHeading(String tag) {
    return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
  }

  private int roles(Element element, String tag) {
    if (element.attributesSize() == 0) {
      return byTag(tag);
    }
    if (tag.equals("body") || tag.equals("html")) {
      return 0;
    }
    int roles = byTag(tag);
    boolean text = isTextual(tag);
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
      case "class",
          "id",
          "data-testid",
          "data-component",
          "data-qa",
          "data-test",
          "data-module",
          "data-area",
          "data-tb-region-item",
          "data-type",
          "data-block-type" ->
          value.isEmpty() ? 0 : tokens.of(value);
      case "role" -> byAriaRole(value);
      case "hidden" -> Role.HIDDEN.bit();
      case "aria-hidden" -> value.equals("true") ? Role.HIDDEN.bit() : 0;
      case "style" -> isHidingStyle(value) ? Role.HIDDEN.bit() : 0;
      case "itemprop" -> byProperty(value);
      case "rel" -> value.contains("author") ? Role.BYLINE.bit() : 0;
      default -> 0;
    };
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

  private void note(Element element, String tag, int roles) {
    Box around = box;
    if (around == null) {
      return;
    }
    if (tag.equals("time") || (Role.DATE.in(roles) && element.childNodeSize() <= 8)) {
      page.times.add(new Page.Spot(element, page.blocks.size(), around));
    }
    if ((roles & NOTED_BYLINE) != 0) {
      page.bylines.add(new Page.Spot(element, page.blocks.size(), around));
    }
    if (tag.equals("a")
        && (TopicPaths.isTopic(element.attr("href")) || element.attr("rel").contains("tag"))) {
      page.topicLinks.add(new Page.Spot(element, page.blocks.size(), around));
    }
    if (element.hasAttr("itemprop")) {
      page.properties.add(new Page.Spot(element, page.blocks.size(), around));
    }
  }

  private void noteImage(Element element) {
    if (box != null) {
      page.images.add(new Page.Spot(element, page.blocks.size(), box));
    }
  }

  private void noteScript(String tag, Element element) {
    if (tag.equals("script") && element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
      StringBuilder data = new StringBuilder();
      for (Node child : element.childNodes()) {
        if (child instanceof DataNode part) {
          data.append(part.getWholeData());
        }
      }
      page.jsonLd.add(data.toString());
    }
  }
}

package io.dateline.ingest.extract.scan;

import java.util.Locale;
import org.jsoup.nodes.Attributes;
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

  private final ElementRoles roles;
  private final TimeBudget budget;
  private final int maxElements;
  private final Marked marked;
  private final Page page = new Page();
  private final BlockWriter writer = new BlockWriter(page);
  private @Nullable Box box;
  private @Nullable Element left;
  private int elements;

  private PageScanner(RoleTokens tokens, TimeBudget budget, int maxElements, Marked marked) {
    this.marked = marked;
    roles = new ElementRoles(tokens);
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
    return scan(doc, tokens, budget, maxElements, Marked.NONE);
  }

  /** The same of a document some elements of which are known. */
  public static Page scan(
      Document doc, RoleTokens tokens, TimeBudget budget, int maxElements, Marked marked) {
    PageScanner scanner = new PageScanner(tokens, budget, maxElements, marked);
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
    if (marked.skipped().contains(element)) {
      return FilterResult.SKIP_CHILDREN;
    }
    switch (tag) {
      case "#root", "head" -> {
        return FilterResult.CONTINUE;
      }
      case "html" -> page.language = language(element);
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
      page.players += tag.equals("video") ? 1 : 0;
      noteScript(tag, element);
      return FilterResult.SKIP_CHILDREN;
    }
    return enter(element, tag);
  }

  private static @Nullable String language(Element html) {
    String key = html.hasAttr("lang") ? "lang" : "xml:lang";
    return html.hasAttr(key) ? html.attr(key) : null;
  }

  private FilterResult enter(Element element, String tag) {
    int roles = this.roles.of(element, tag);
    note(element, tag, roles);
    if (isBox(element, tag, roles, box) || marked.boxes().contains(element)) {
      writer.flush();
      box = new Box(page.boxes.size(), element, box, roles, page.blocks.size());
      page.boxes.add(box);
    } else if (!Role.HIDDEN.in(roles)) {
      writer.openInline(tag, roles);
    } else if (isSpokenColon(element)) {
      writer.openInline(tag, 0);
    } else {
      return FilterResult.SKIP_CHILDREN;
    }
    return FilterResult.CONTINUE;
  }

  /** Hidden from the eye between a kicker and its headline, and read aloud. */
  private boolean isSpokenColon(Element element) {
    return box != null
        && TagKinds.isHeading(box.tag())
        && element.childNodeSize() == 1
        && element.ownText().strip().equals(":")
        && !element.hasAttr("aria-hidden")
        && !element.hasAttr("hidden");
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
      return !TagKinds.isTextual(box.tag());
    }
    if (!tag.equals("span")) {
      return false;
    }
    if (!TagKinds.isTextual(box.tag())) {
      return (roles & BOX_ROLES) != 0;
    }
    boolean beside = (roles & (Role.CAPTION.bit() | Role.CREDIT.bit())) != 0;
    return beside && element.childNodeSize() > 0 && !TagKinds.isHeading(box.tag());
  }

  private void note(Element element, String tag, int roles) {
    Box around = box;
    if (around == null) {
      return;
    }
    if (isTime(element, tag) || (Role.DATE.in(roles) && element.childNodeSize() <= 8)) {
      page.times.add(new Page.Spot(element, page.blocks.size(), around));
    }
    if ((roles & NOTED_BYLINE) != 0) {
      page.bylines.add(new Page.Spot(element, page.blocks.size(), around));
    }
    if (element.attributesSize() == 0) {
      return;
    }
    Attributes attributes = element.attributes();
    if (tag.equals("a")
        && (TopicPaths.isTopic(attributes.get("href")) || attributes.get("rel").contains("tag"))) {
      page.topicLinks.add(new Page.Spot(element, page.blocks.size(), around));
    }
    if (attributes.hasKey("itemprop")) {
      page.properties.add(new Page.Spot(element, page.blocks.size(), around));
    }
  }

  /** {@code time}, {@code relative-time} and their like, {@code abbr data-utime}. */
  private static boolean isTime(Element element, String tag) {
    return tag.equals("time")
        || (tag.indexOf('-') > 0 && tag.contains("time"))
        || (tag.equals("abbr") && element.hasAttr("data-utime"));
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

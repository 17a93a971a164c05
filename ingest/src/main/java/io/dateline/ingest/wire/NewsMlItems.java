package io.dateline.ingest.wire;

import io.dateline.ingest.feed.FeedDate;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Credits;
import io.dateline.model.Dates;
import io.dateline.model.LanguageTag;
import io.dateline.model.Paragraph;
import io.dateline.model.PubStatus;
import io.dateline.model.Rights;
import io.dateline.model.Text;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Text items of a NewsML-G2 document: one news item, or a news message with several. */
final class NewsMlItems {

  private NewsMlItems() {}

  static WireFile read(Element root) {
    List<Element> news = new ArrayList<>(Nodes.below(root, "newsitem"));
    if (Nodes.name(root).equals("newsitem")) {
      news.addFirst(root);
    }
    List<WireItem> items = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Element item : news) {
      if (items.size() >= WireReader.MAX_ITEMS) {
        refused.add("more than " + WireReader.MAX_ITEMS + " items");
        break;
      }
      try {
        items.add(item(item));
      } catch (IllegalArgumentException e) {
        refused.add(item.attr("guid") + ": " + e.getMessage());
      }
    }
    if (items.isEmpty()) {
      return WireReader.bad(
          refused.isEmpty() ? "NewsML-G2 without a news item" : String.join("; ", refused));
    }
    return new WireFile.Items(items, refused);
  }

  private static WireItem item(Element item) {
    String guid = Nodes.attribute(item, "guid");
    if (guid == null) {
      throw new IllegalArgumentException("a news item without guid");
    }
    Element meta = Nodes.child(item, "itemmeta");
    String kind = code(Nodes.child(meta, "itemclass"));
    if (kind != null && !kind.equals("text")) {
      throw new IllegalArgumentException("an item of class '" + kind + "', not a text");
    }
    Element content = Nodes.child(item, "contentmeta");
    String headline = Nodes.orElse(Nodes.text(Nodes.child(content, "headline")), "");
    PubStatus status = NinjsItem.status(code(Nodes.child(meta, "pubstatus")));
    List<Paragraph> body = body(item, headline);
    if (body.isEmpty() && headline.isEmpty() && status == PubStatus.USABLE) {
      throw new IllegalArgumentException("neither headline nor text that can be read");
    }
    OffsetDateTime embargo = date(Nodes.child(meta, "embargoed"));
    Article article =
        Article.builder(new ArticleUri(guid), new Text(headline, null, summary(content), body))
            .status(status)
            .language(language(item, content))
            .dates(
                new Dates(
                    either(
                        date(Nodes.child(meta, "firstcreated")),
                        date(Nodes.child(content, "contentcreated"))),
                    date(Nodes.child(meta, "versioncreated"))))
            .credits(credits(content))
            .dateline(Nodes.dateline(place(content)))
            .keywords(keywords(content))
            .rights(rights(item))
            .edNote(Nodes.text(Nodes.child(meta, "ednote")))
            .build();
    return new WireItem(article, embargo == null ? null : embargo.toInstant());
  }

  /** Inline XML with NITF or XHTML, or plain text; the first that holds words. */
  private static List<Paragraph> body(Element item, String headline) {
    Element set = Nodes.child(item, "contentset");
    for (Element inline : Nodes.children(set, "inlinexml")) {
      List<Element> nitf = Nodes.below(inline, "body.content");
      List<Element> html = Nodes.below(inline, "body");
      Element top = !nitf.isEmpty() ? nitf.getFirst() : !html.isEmpty() ? html.getFirst() : inline;
      List<Paragraph> found = new ArrayList<>(Paragraphs.of(top));
      if (!found.isEmpty() && found.getFirst().text().equals(headline)) {
        found.removeFirst();
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    for (Element inline : Nodes.children(set, "inlinedata")) {
      String type = Nodes.orElse(Nodes.attribute(inline, "contenttype"), "text/plain");
      List<Paragraph> found =
          type.toLowerCase(Locale.ROOT).contains("html")
              ? Paragraphs.ofHtml(inline.wholeText(), headline)
              : Paragraph.split(inline.wholeText().strip());
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static @Nullable String summary(@Nullable Element content) {
    for (Element description : Nodes.children(content, "description")) {
      String role = Nodes.attribute(description, "role");
      if (role == null || role.endsWith(":summary") || role.endsWith(":teaser")) {
        return Nodes.text(description);
      }
    }
    return null;
  }

  private static LanguageTag language(Element item, @Nullable Element content) {
    String tag = Nodes.attribute(Nodes.child(content, "language"), "tag");
    return new LanguageTag(
        Nodes.orElse(tag, Nodes.orElse(Nodes.attribute(item, "xml:lang"), "und")));
  }

  private static Credits credits(@Nullable Element content) {
    List<String> authors = new ArrayList<>();
    for (Element creator : Nodes.children(content, "creator")) {
      add(authors, Nodes.text(Nodes.child(creator, "name")));
    }
    List<String> agencies = new ArrayList<>();
    for (Element source : Nodes.children(content, "infosource")) {
      add(
          agencies,
          Nodes.either(
              Nodes.text(Nodes.child(source, "name")), Nodes.attribute(source, "literal")));
    }
    return new Credits(Nodes.text(Nodes.child(content, "by")), authors, agencies, null);
  }

  private static @Nullable String place(@Nullable Element content) {
    Element located = Nodes.child(content, "located");
    return Nodes.either(
        Nodes.text(Nodes.child(located, "name")), Nodes.attribute(located, "literal"));
  }

  private static List<String> keywords(@Nullable Element content) {
    List<String> found = new ArrayList<>();
    for (Element keyword : Nodes.children(content, "keyword")) {
      add(found, Nodes.text(keyword));
    }
    for (Element subject : Nodes.children(content, "subject")) {
      add(found, Nodes.text(Nodes.child(subject, "name")));
    }
    return found;
  }

  private static Rights rights(Element item) {
    Element info = Nodes.child(item, "rightsinfo");
    String holder =
        Nodes.either(
            Nodes.attribute(Nodes.child(info, "copyrightholder"), "literal"),
            Nodes.text(Nodes.child(info, "copyrightholder")));
    return new Rights(
        Nodes.either(Nodes.text(Nodes.child(info, "copyrightnotice")), holder),
        Nodes.text(Nodes.child(info, "usageterms")),
        List.of(),
        Rights.Access.FREE,
        null);
  }

  private static void add(List<String> list, @Nullable String value) {
    if (value != null && !list.contains(value)) {
      list.add(value);
    }
  }

  /** "ninat:text" is text: the schemes differ, the codes behind the colon do not. */
  private static @Nullable String code(@Nullable Element element) {
    String code = Nodes.attribute(element, "qcode");
    String uri = Nodes.attribute(element, "uri");
    String all = code == null ? uri : code;
    return all == null
        ? null
        : all.substring(Math.max(all.lastIndexOf(':'), all.lastIndexOf('/')) + 1)
            .toLowerCase(Locale.ROOT);
  }

  private static @Nullable OffsetDateTime date(@Nullable Element element) {
    return FeedDate.parse(Nodes.text(element));
  }

  private static @Nullable OffsetDateTime either(
      @Nullable OffsetDateTime first, @Nullable OffsetDateTime second) {
    return first == null ? second : first;
  }
}

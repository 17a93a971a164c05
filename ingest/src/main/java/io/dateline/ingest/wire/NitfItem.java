package io.dateline.ingest.wire;

import io.dateline.ingest.feed.FeedDate;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Credits;
import io.dateline.model.Dates;
import io.dateline.model.Image;
import io.dateline.model.LanguageTag;
import io.dateline.model.Paragraph;
import io.dateline.model.PubStatus;
import io.dateline.model.Rights;
import io.dateline.model.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A document of the News Industry Text Format (NITF 3). */
final class NitfItem {

  /** What an identifier that is no URI of its own becomes. */
  private static final String SCHEME = "urn:nitf:";

  private NitfItem() {}

  static WireFile read(Element root) {
    Element head = Nodes.child(root, "head");
    Element docdata = Nodes.child(head, "docdata");
    Element body = Nodes.child(root, "body");
    Element top = Nodes.child(body, "body.head");
    String headline = headline(head, top);
    List<Paragraph> text = text(body);
    String status = Nodes.attribute(docdata, "management-status");
    String id = id(docdata);
    if (id == null) {
      return WireReader.bad("NITF without doc-id, so that its versions cannot be told");
    }
    if (text.isEmpty() && headline.isEmpty()) {
      return WireReader.bad("NITF with neither headline nor text");
    }
    try {
      OffsetDateTime embargo = date(Nodes.child(docdata, "date.release"));
      Article article =
          Article.builder(new ArticleUri(id), new Text(headline, null, abstractOf(top), text))
              .status(status(status))
              .language(language(root, docdata))
              .dates(new Dates(date(Nodes.child(docdata, "date.issue")), null))
              .credits(credits(top))
              .dateline(Nodes.dateline(Nodes.text(Nodes.at(top, "dateline", "location"))))
              .images(images(body, id))
              .keywords(keywords(docdata))
              .rights(rights(docdata))
              .edNote(Nodes.text(Nodes.at(docdata, "ed-msg")))
              .build();
      WireItem item = new WireItem(article, embargo == null ? null : embargo.toInstant());
      return new WireFile.Items(List.of(item), List.of());
    } catch (IllegalArgumentException e) {
      return WireReader.bad(String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable String id(@Nullable Element docdata) {
    Element element = Nodes.child(docdata, "doc-id");
    String id = Nodes.attribute(element, "id-string");
    if (id == null) {
      return null;
    }
    if (id.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s]+")) {
      return id;
    }
    String from = Nodes.orElse(Nodes.attribute(element, "regsrc"), "wire");
    return SCHEME + encoded(from) + ":" + encoded(id);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String headline(@Nullable Element head, @Nullable Element top) {
    Element hedline = Nodes.child(top, "hedline");
    String main = Nodes.text(Nodes.child(hedline, "hl1"));
    String any = Nodes.either(main, Nodes.text(hedline));
    return Nodes.orElse(Nodes.either(any, Nodes.text(Nodes.child(head, "title"))), "");
  }

  private static List<Paragraph> text(@Nullable Element body) {
    Element content = Nodes.child(body, "body.content");
    Element from = content == null ? body : content;
    return from == null ? List.of() : Paragraphs.of(from);
  }

  private static @Nullable String abstractOf(@Nullable Element top) {
    return Nodes.text(Nodes.child(top, "abstract"));
  }

  private static PubStatus status(@Nullable String status) {
    if (status == null) {
      return PubStatus.USABLE;
    }
    return switch (status) {
      case "usable" -> PubStatus.USABLE;
      case "embargoed" -> PubStatus.USABLE; // its date.release says until when
      case "withheld" -> PubStatus.WITHHELD;
      case "canceled", "cancelled" -> PubStatus.CANCELED;
      default -> throw new IllegalArgumentException("unknown management-status '" + status + "'");
    };
  }

  private static LanguageTag language(Element root, @Nullable Element docdata) {
    String stated = Nodes.attribute(root, "xml:lang");
    return new LanguageTag(
        Nodes.orElse(Nodes.either(stated, Nodes.attribute(docdata, "xml:lang")), "und"));
  }

  private static Credits credits(@Nullable Element top) {
    Element byline = Nodes.child(top, "byline");
    List<String> authors = new ArrayList<>();
    for (Element person : Nodes.below(byline, "person")) {
      String name = Nodes.text(person);
      if (name != null) {
        authors.add(name);
      }
    }
    String agency = Nodes.text(Nodes.at(top, "distributor"));
    return new Credits(
        Nodes.text(byline), authors, agency == null ? List.of() : List.of(agency), null);
  }

  private static List<Image> images(@Nullable Element body, String id) {
    List<Image> images = new ArrayList<>();
    for (Element media : Nodes.below(body, "media")) {
      String type = Nodes.orElse(Nodes.attribute(media, "media-type"), "image");
      if (type.equals("image")) {
        Element reference = Nodes.child(media, "media-reference");
        String source = Nodes.attribute(reference, "source");
        String uri =
            source != null && source.contains("://")
                ? source
                : id + "#photo-" + (images.size() + 1);
        images.add(
            new Image(
                uri,
                Nodes.text(Nodes.child(media, "media-caption")),
                Nodes.text(Nodes.child(media, "media-producer")),
                List.of()));
      }
    }
    return images;
  }

  private static List<String> keywords(@Nullable Element docdata) {
    List<String> found = new ArrayList<>();
    for (Element keyword : Nodes.below(Nodes.child(docdata, "key-list"), "keyword")) {
      String key = Nodes.attribute(keyword, "key");
      if (key != null && !found.contains(key)) {
        found.add(key);
      }
    }
    return found;
  }

  private static Rights rights(@Nullable Element docdata) {
    Element copyright = Nodes.child(docdata, "doc.copyright");
    String holder = Nodes.attribute(copyright, "holder");
    String year = Nodes.attribute(copyright, "year");
    String notice = holder == null ? null : year == null ? holder : year + " " + holder;
    return new Rights(notice, null, List.of(), Rights.Access.FREE, null);
  }

  private static @Nullable OffsetDateTime date(@Nullable Element element) {
    return FeedDate.parse(Nodes.attribute(element, "norm"));
  }
}

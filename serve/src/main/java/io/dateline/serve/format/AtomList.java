package io.dateline.serve.format;

import io.dateline.model.Article;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Tag;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A list as an Atom feed (RFC 4287). */
final class AtomList {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private AtomList() {}

  static byte[] write(ArticleList list) throws CodecException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      head(xml, list);
      for (ListedArticle article : list.articles()) {
        entry(xml, list, article, EnrichedCodec.fromJson(article.record()));
      }
      xml.writeEndDocument();
      xml.close();
      return out.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Atom cannot be written to memory", e);
    }
  }

  private static void head(XMLStreamWriter xml, ArticleList list) throws XMLStreamException {
    Instant updated = list.articles().isEmpty() ? list.at() : list.articles().get(0).sortedAt();
    element(xml, "id", list.self().toString());
    element(xml, "title", XmlText.clean(list.title()));
    element(xml, "updated", updated.toString());
    link(xml, "self", list.self().toString());
    if (list.next() != null) {
      String mark = list.self().getQuery() == null ? "?" : "&";
      link(xml, "next", list.self() + mark + "cursor=" + list.next());
    }
  }

  private static void entry(
      XMLStreamWriter xml, ArticleList list, ListedArticle listed, EnrichedArticle enriched)
      throws XMLStreamException {
    Article article = enriched.article();
    xml.writeStartElement("entry");
    element(xml, "id", "urn:uuid:" + listed.id());
    element(xml, "title", XmlText.clean(article.text().headline()));
    element(xml, "updated", listed.sortedAt().toString());
    authors(xml, article);
    link(xml, "alternate", article.uri().value());
    link(xml, "related", list.address(listed));
    String summary = article.text().summary();
    if (summary != null) {
      element(xml, "summary", XmlText.clean(summary));
    }
    for (Tag tag : enriched.enrichment().tags()) {
      if (tag.relation() == Tag.Relation.ABOUT) {
        xml.writeEmptyElement("category");
        xml.writeAttribute("scheme", tag.kind().base());
        xml.writeAttribute("term", tag.code());
        xml.writeAttribute("label", tag.name());
      }
    }
    xml.writeEndElement();
  }

  private static void authors(XMLStreamWriter xml, Article article) throws XMLStreamException {
    List<String> names = article.credits().authors();
    String host = java.net.URI.create(article.uri().value()).getHost();
    for (String name : names.isEmpty() ? List.of(host == null ? "unknown" : host) : names) {
      xml.writeStartElement("author");
      element(xml, "name", XmlText.clean(name));
      xml.writeEndElement();
    }
  }

  private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", href);
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}

package io.dateline.ingest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Article;
import io.dateline.model.Paragraph;
import io.dateline.model.PubStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class WireReaderTest {

  private static final String NEWSML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
        <newsItem guid="urn:newsml:wire.example:20261122:7" version="2" xml:lang="de">
          <rightsInfo><copyrightHolder literal="Wire"/><usageTerms>Nur für Kunden</usageTerms></rightsInfo>
          <itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-11-22T10:05:00+01:00</versionCreated>
            <firstCreated>2026-11-22T09:00:00+01:00</firstCreated><pubStatus qcode="stat:usable"/>
            <edNote>Neu: Zahl der Stimmen</edNote></itemMeta>
          <contentMeta><located type="cptype:city"><name>Bonn</name></located>
            <infoSource><name>Wire</name></infoSource><by>Von Eva Beispiel</by>
            <creator><name>Eva Beispiel</name></creator><language tag="de"/>
            <keyword>Haushalt</keyword><subject type="cpnat:abstract"><name>Politik</name></subject>
            <headline>Rat beschließt Haushalt</headline>
            <description role="drol:summary">Der Rat ist sich einig.</description></contentMeta>
          <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
            <head><title>t</title></head><body><h1>Rat beschließt Haushalt</h1><p>Der Rat hat
            getagt.</p><h2>Kritik</h2><p>Die <b>Opposition</b> war dagegen.</p></body></html></inlineXML></contentSet>
        </newsItem>
        <newsItem guid="urn:newsml:wire.example:20261122:8" version="1">
          <itemMeta><itemClass qcode="ninat:picture"/><pubStatus qcode="stat:usable"/></itemMeta>
        </newsItem>
      </itemSet></newsMessage>
      <!-- end of transmission -->
      """;

  private static final String NITF =
      """
      <?xml version="1.0"?>
      <!DOCTYPE nitf SYSTEM "nitf-3-4.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>
      <nitf><head><title>T</title><docdata management-status="usable">
        <doc-id regsrc="WIRE" id-string="A 17/b"/><date.issue norm="20261122T090000Z"/>
        <key-list><keyword key="budget"/></key-list><doc.copyright year="2026" holder="Wire"/></docdata></head>
      <body><body.head><hedline><hl1>Council agrees</hl1></hedline>
        <byline>By <person>Jane Doe</person></byline><dateline><location>BONN</location></dateline></body.head>
      <body.content><p lede="true">The council met.</p><p>It was late, &x; and <person>Mr Doe</person> spoke.</p>
        <media media-type="image"><media-reference source="https://img.example/1.jpg"/><media-caption>A hall</media-caption></media>
        <hl2>Critics</hl2><p>Some were not pleased.</p></body.content></body></nitf>
      """;

  private static WireFile read(String text) {
    return WireReader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Article only(WireFile file) {
    assertThat(file).isInstanceOf(WireFile.Items.class);
    List<WireItem> items = ((WireFile.Items) file).items();
    assertThat(items).hasSize(1);
    return items.getFirst().article();
  }

  @Test
  void newsMlItemsKeepMetadataAndMarkedUpText() {
    WireFile file = read(NEWSML);
    Article article = only(file);
    assertThat(article.uri().value()).isEqualTo("urn:newsml:wire.example:20261122:7");
    assertThat(article.text().headline()).isEqualTo("Rat beschließt Haushalt");
    assertThat(article.text().summary()).isEqualTo("Der Rat ist sich einig.");
    assertThat(article.text().paragraphs())
        .containsExactly(
            Paragraph.of("Der Rat hat getagt."),
            new Paragraph(Paragraph.Kind.SUBHEAD, "Kritik"),
            Paragraph.of("Die Opposition war dagegen."));
    assertThat(article.dates().versionCreated()).isEqualTo("2026-11-22T10:05:00+01:00");
    assertThat(article.dates().firstCreated()).isEqualTo("2026-11-22T09:00:00+01:00");
    assertThat(article.credits().authors()).containsExactly("Eva Beispiel");
    assertThat(article.credits().agencies()).containsExactly("Wire");
    assertThat(article.keywords()).containsExactly("Haushalt", "Politik");
    assertThat(article.rights().usageTerms()).isEqualTo("Nur für Kunden");
    assertThat(article.dateline()).isNotNull();
    assertThat(((WireFile.Items) file).refused()).singleElement().asString().contains("picture");
  }

  @Test
  void nitfIsReadAndItsEntitiesAreNot() {
    Article article = only(read(NITF));
    assertThat(article.uri().value()).isEqualTo("urn:nitf:WIRE:A+17%2Fb");
    assertThat(article.text().headline()).isEqualTo("Council agrees");
    assertThat(article.text().paragraphs().getFirst().kind()).isEqualTo(Paragraph.Kind.LEDE);
    assertThat(article.text().body())
        .contains("The council met.", "and Mr Doe spoke.", "Critics", "Some were not pleased.")
        .doesNotContain("A hall", "root:");
    assertThat(article.images())
        .singleElement()
        .satisfies(i -> {
          assertThat(i.uri()).isEqualTo("https://img.example/1.jpg");
          assertThat(i.caption()).isEqualTo("A hall");
        });
    assertThat(article.rights().notice()).isEqualTo("2026 Wire");
    assertThat(article.dates().firstCreated()).isEqualTo("2026-11-22T09:00:00Z");
  }

  @Test
  void ninjsTwoAndThreeSayTheSame() {
    String three =
        """
        {"uri":"urn:wire:1","type":"text","language":"en","versionCreated":"2026-11-22T09:00:00Z",
         "pubStatus":"usable","embargoedUntil":"2026-11-23T00:00:00Z","headlines":[{"role":"main","value":"H"}],
         "bodies":[{"contentType":"text/plain","value":"One."},
                   {"contentType":"text/html","value":"<p>One.</p><p>Two<br>lines.</p>"}],
         "copyrightNotice":"c"}
        """;
    String two =
        """
        {"uri":"urn:wire:1","type":"text","language":"en","versioncreated":"2026-11-22T09:00:00Z",
         "pubstatus":"usable","headline":"H","body_xhtml":"<p>One.</p><p>Two<br/>lines.</p>","copyrightnotice":"c"}
        """;
    assertThat(only(read(three))).isEqualTo(only(read(two)));
    assertThat(only(read(three)).text().body()).isEqualTo("One.\n\nTwo\nlines.");
    assertThat(((WireFile.Items) read(three)).items().getFirst().embargo())
        .isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
  }

  @Test
  void withdrawalsAreToldFromUnknownStatus() {
    String item = "{\"uri\":\"urn:wire:2\",\"pubStatus\":\"%s\",\"headline\":\"H\"}";
    assertThat(only(read(item.formatted("canceled"))).status()).isEqualTo(PubStatus.CANCELED);
    assertThat(read(item.formatted("odd"))).isInstanceOf(WireFile.Bad.class);
  }

  @Test
  void everyBeginningOfAFileIsUnfinishedOrBadButNeverAnArticle() {
    for (String whole :
        List.of(
            NEWSML.strip().replace("<!-- end of transmission -->", "").strip(),
            NITF.strip(),
            "{\"uri\":\"urn:wire:3\",\"headline\":\"H\"}")) {
      for (int length = 0; length < whole.length(); length += 7) {
        assertThat(read(whole.substring(0, length))).isNotInstanceOf(WireFile.Items.class);
      }
    }
  }

  @Test
  void whatIsNoTextItemIsRefusedWithAReason() {
    assertThat(read("hello")).isInstanceOf(WireFile.Bad.class);
    assertThat(read("<rss></rss>")).isInstanceOf(WireFile.Bad.class);
    assertThat(read("{\"headline\":\"x\"}")).isInstanceOf(WireFile.Bad.class);
    assertThat(read("[1,2]")).isInstanceOf(WireFile.Bad.class);
    assertThat(read("[".repeat(100_000))).isNotInstanceOf(WireFile.Items.class);
    assertThat(read("<a>".repeat(100_000))).isNotInstanceOf(WireFile.Items.class);
  }

  @Test
  void iptcsOwnExamplesOfTextItemsAreRead() throws IOException {
    Path shared = Path.of(System.getProperty("dateline.shared", "none"), "iptc/ninjs/examples");
    Assumptions.assumeTrue(Files.isDirectory(shared), "no examples of ninjs here");
    try (Stream<Path> files = Files.walk(shared)) {
      List<Path> texts =
          files.filter(f -> f.toString().matches(".*(_text|SimpleText|nitf).*\\.json")).toList();
      assertThat(texts).hasSizeGreaterThan(4);
      for (Path file : texts) {
        WireFile read = WireReader.read(Files.readAllBytes(file));
        assertThat(read).as(file.toString()).isInstanceOf(WireFile.Items.class);
        assertThat(((WireFile.Items) read).items())
            .as(file.toString())
            .allSatisfy(i -> assertThat(i.article().text().headline()).isNotEmpty());
      }
    }
  }
}

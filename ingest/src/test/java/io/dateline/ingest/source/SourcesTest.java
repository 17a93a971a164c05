package io.dateline.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {

  @Test
  void theShippedFileLoadsWithoutMistakes() throws Exception {
    Path file = Path.of(System.getProperty("dateline.root", ".."), "sources.yaml");
    SourcesFile sources = SourcesFile.parse(Files.readString(file));
    assertThat(sources.mistakes()).isEmpty();
    assertThat(sources.sources()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(sources.sources())
        .allSatisfy(s -> {
          assertThat(s.homeCountry()).isNotNull();
          assertThat(s.language().isKnown()).isTrue();
          assertThat(s.privateHosts()).isEmpty();
        });
  }

  @Test
  void allMistakesAreToldAtOnce() {
    SourcesFile file =
        SourcesFile.parse(
            """
            sources:
              - {id: Bad Id, feeds: ["https://a.example/f"]}
              - {id: nofeeds}
              - {id: badcountry, country: XX, feeds: ["https://a.example/f"]}
              - {id: badkind, feeds: [{url: "https://a.example/f", kind: news}]}
              - {id: badpoll, feeds: ["https://a.example/f"], poll: {min: soon}}
              - {id: badurl, feeds: ["ftp://a.example/f"]}
              - {id: good, feeds: ["https://a.example/f"], poll: {min: 5m}}
              - {id: good, feeds: ["https://b.example/f"]}
            """);
    assertThat(file.mistakes()).hasSize(7).allMatch(m -> m.startsWith("source "));
    assertThat(file.sources()).extracting(s -> s.id().value()).containsExactly("good");
    assertThat(file.sources().getFirst().poll().min()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void aSourceSurvivesItsChannel() {
    Source source =
        SourcesFile.parse(
                """
                - {id: a, name: A, country: de, language: de, rights: r, hosts: [a.example],
                   private: ["127.0.0.1:99"], feeds: [{url: "https://a.example/s", kind: section}]}
                """)
            .sources()
            .getFirst();
    assertThat(SourceJson.read(SourceJson.write(source))).isEqualTo(source);
    assertThat(source.owns("https://www.a.example/x")).isTrue();
    assertThat(source.owns("https://b-a.example/x")).isFalse();
  }

  @Test
  void feedListsGoOutAndComeBack() {
    List<Source> sources =
        Opml.read(
            """
            <opml version="2.0"><body><outline text="News">
              <outline type="rss" text="A &amp; B" xmlUrl="https://feeds.a.example/rss" htmlUrl="https://a.example/"/>
              <outline type="rss" text="A2" xmlUrl="https://feeds.a.example/rss2"/>
              <outline text="no feed"/></outline></body></opml>
            """);
    assertThat(sources).extracting(Source::name).containsExactly("A & B", "A2");
    assertThat(sources).extracting(s -> s.id().value()).containsExactly("a-example", "a-example-2");
    List<Source> again = Opml.read(Opml.write(sources));
    assertThat(again).extracting(Source::name).containsExactly("A & B", "A2");
  }
}

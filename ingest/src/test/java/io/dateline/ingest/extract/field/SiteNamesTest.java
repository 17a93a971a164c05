package io.dateline.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SiteNamesTest {

  private final SiteNames site = FieldPage.of("", "<p>Text</p>").site();

  @Test
  void anOutletGoesByTheNameOfItsHost() {
    assertThat(site.isName("Hafenblatt")).isTrue();
    assertThat(site.isName("hafenblatt.example")).isTrue();
  }

  @Test
  void aPartOfThatNameIsAWordLikeAnyOther() {
    assertThat(site.isName("Hafen")).isFalse();
    assertThat(site.isName("Blatt")).isFalse();
  }

  @Test
  void whatStandsInBracketsBehindANameIsNoPartOfIt() {
    SiteNames named =
        FieldPage.of("<meta name=publisher content='Deutsche Küste (www.kueste.example)'>", "")
            .site();
    assertThat(named.isExactly("Deutsche Küste")).isTrue();
    assertThat(named.isLike("Küste D")).isTrue();
    assertThat(named.isLike("Jana Doe")).isFalse();
  }
}

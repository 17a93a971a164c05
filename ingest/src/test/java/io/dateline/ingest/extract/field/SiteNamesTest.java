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
}

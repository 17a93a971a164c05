package io.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTagTest {

  @Test
  void aRegionIsAddedWhereNoneIsSaid() {
    assertThat(new LanguageTag("de").in("AT")).isEqualTo(new LanguageTag("de-AT"));
    assertThat(new LanguageTag("de-CH").in("AT")).isEqualTo(new LanguageTag("de-CH"));
    assertThat(new LanguageTag("zh-Hans").in("CN")).isEqualTo(new LanguageTag("zh-Hans-CN"));
    assertThat(LanguageTag.UNKNOWN.in("AT")).isEqualTo(LanguageTag.UNKNOWN);
  }
}

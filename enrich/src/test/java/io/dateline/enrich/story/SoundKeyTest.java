package io.dateline.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundKeyTest {

  @ParameterizedTest
  @CsvSource({
    "Virginia, Вирджиния", "Virginia, バージニア", "Trump, トランプ", "Trump, Трампом",
    "Trump, Trumpova", "Washington, ワシントン", "Washington, Вашингтон", "Jackson, ジャクソン",
    "Mexiko, メキシコ", "Mexico, Мексико", "Spencer, スペンサー"
  })
  void aNameSoundsTheSameInOtherScripts(String name, String other) {
    assertThat(SoundKey.of(other)).isEqualTo(SoundKey.of(name)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Merkel, Macron", "Moskau, Minsk", "Virginia, Georgia"})
  void otherNamesSoundDifferent(String name, String other) {
    assertThat(SoundKey.of(other)).isNotEqualTo(SoundKey.of(name));
  }
}

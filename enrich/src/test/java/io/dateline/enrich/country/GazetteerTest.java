package io.dateline.enrich.country;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.enrich.match.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GazetteerTest {

  @Test
  void everyCountryOfIso3166HasItsNameInGermanAndEnglish() {
    for (String language : List.of("de", "en")) {
      Gazetteer gazetteer = Gazetteer.of(language);
      for (String code : Locale.getISOCountries()) {
        String name = Locale.of("", code).getDisplayCountry(Locale.of(language));
        Tokens tokens = Tokens.of(name.replaceAll(" \\(.*?\\)", ""));
        var match = gazetteer.forms().longest(tokens, 0);
        assertThat(match).as(language + " " + name).isNotNull();
      }
    }
  }

  @Test
  void theTableOfCountriesIsThatOfIso3166() {
    assertThat(Countries.codes()).containsAll(Arrays.asList(Locale.getISOCountries()));
  }

  @Test
  void germanFormsTakeTheirEndings() {
    assertThat(Endings.of("de").expand("deutsch", Rule.ADJECTIVE))
        .containsExactly("deutsch", "deutsche", "deutschem", "deutschen", "deutscher", "deutsches");
    assertThat(Endings.of("de").expand("Franzos~e", Rule.DEMONYM))
        .containsExactly("Franzose", "Franzosen", "Franzosin", "Franzosinnen");
    assertThat(Endings.of("de").expand("UNO~", Rule.NAME)).containsExactly("UNO");
  }
}

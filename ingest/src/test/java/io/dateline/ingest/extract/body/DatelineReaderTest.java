package io.dateline.ingest.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatelineReaderTest {

  private final DatelineReader reader = new DatelineReader(new Agencies());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BERGEN, Norway (AP) — The harbour reopened.|Bergen, Norway|AP|The harbour reopened.",
        "ACCRA, March 4 (Reuters) - Parliament voted.|Accra|Reuters|Parliament voted.",
        "Kiel (dpa) - Die Fähre fährt wieder.|Kiel|dpa|Die Fähre fährt wieder.",
        "London/Teheran - Beide Seiten reden.|London/Teheran||Beide Seiten reden.",
        "Frankfurt/Main (dpa/lhe) - Der Zug stand still.|Frankfurt/Main|dpa/lhe|Der Zug stand still.",
        "Berlin. Der Senat tagt.|Berlin||Der Senat tagt.",
        "SIOUX FALLS, S.D. – People talk.|Sioux Falls, S.D.||People talk.",
        "MoskauKasan ist eingeschneit.|Moskau||Kasan ist eingeschneit."
      })
  void datelinesAreTakenOff(String text, String located, String agency, String rest) {
    DatelineReader.Found found = reader.read(text, 0, false);
    assertThat(found).isNotNull();
    assertThat(found.dateline().located()).isEqualTo(located);
    assertThat(found.dateline().agency()).isEqualTo(agency);
    assertThat(found.rest()).isEqualTo(rest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Das Robert-Koch-Institut (RKI) meldet neue Zahlen.",
        "Was kann die Schule – jenseits der Kreide – leisten?",
        "Angela Merkel - Die Kanzlerin blickt zurück.",
        "Well, not to cause panic (you know) but it rains.",
        "Berlin ist eine Stadt. Sie wächst."
      })
  void sentencesStayWhole(String text) {
    assertThat(reader.read(text, 0, false)).isNull();
  }

  @Test
  void aMarkedPlaceIsTakenWhateverItIsCalled() {
    DatelineReader.Found found = reader.read("Kleinkleckersdorf. Der Bach stieg.", 18, true);
    assertThat(found).isNotNull();
    assertThat(found.dateline().located()).isEqualTo("Kleinkleckersdorf");
    assertThat(found.rest()).isEqualTo("Der Bach stieg.");
  }
}

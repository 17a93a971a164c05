package io.dateline.ingest.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignOffReaderTest {

  private final SignOffReader reader = new SignOffReader(new Agencies());

  @Test
  void agenciesInBracketsAreTakenOff() {
    SignOffReader.Found found = reader.read("So endete der Abend. (dpa/AFP)");
    assertThat(found).isNotNull();
    assertThat(found.rest()).isEqualTo("So endete der Abend.");
    assertThat(found.agencies()).containsExactly("dpa", "AFP");
  }

  @Test
  void initialsAreTakenOff() {
    SignOffReader.Found found = reader.read("The match ended early. (jd)");
    assertThat(found).isNotNull();
    assertThat(found.rest()).isEqualTo("The match ended early.");
    assertThat(found.agencies()).isEmpty();
  }

  @Test
  void aLineOfItsOwnGoesWhole() {
    SignOffReader.Found found = reader.read("Reuters/AP");
    assertThat(found).isNotNull();
    assertThat(found.rest()).isEmpty();
    assertThat(found.agencies()).containsExactly("Reuters", "AP");
  }

  @Test
  void bracketsOfTheTextStay() {
    assertThat(reader.read("Der Fluss heißt Elbe (früher Albis)")).isNull();
    assertThat(reader.read("He joined the party (Labour)")).isNull();
  }
}

package io.dateline.ingest.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CreditReaderTest {

  private final CreditReader reader = new CreditReader(new Wordings());

  @Test
  void aGermanCreditIsPartedFromItsCaption() {
    CreditReader.Parted parted = reader.part("Die Fähre im Hafen von Kiel. (Foto: Jane Doe/AP)");
    assertThat(parted.caption()).isEqualTo("Die Fähre im Hafen von Kiel.");
    assertThat(parted.credit()).isEqualTo("Foto: Jane Doe/AP");
    assertThat(parted.sources()).containsExactly("Jane Doe", "AP");
  }

  @Test
  void anEnglishCreditIsPartedFromItsCaption() {
    CreditReader.Parted parted = reader.part("Boats at dawn. Photo by: John Roe/Reuters");
    assertThat(parted.caption()).isEqualTo("Boats at dawn.");
    assertThat(parted.sources()).containsExactly("John Roe", "Reuters");
  }

  @Test
  void linesThatAreOnlyACreditAreRecognised() {
    assertThat(reader.isCredit("Quelle: AFP")).isTrue();
    assertThat(reader.isCredit("© dpa")).isTrue();
    assertThat(reader.isCredit("(Foto: Jane Doe)")).isTrue();
    assertThat(reader.isCredit("Bilder aus der Kindheit hat sie nicht mehr gefunden.")).isFalse();
    assertThat(reader.isCredit("Source code is free for everyone to read.")).isFalse();
  }
}

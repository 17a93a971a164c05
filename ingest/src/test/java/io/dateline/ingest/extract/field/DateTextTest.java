package io.dateline.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.extract.scan.DataFile;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {

  private static final ZoneId HOME = ZoneId.of("Europe/Berlin");

  private final DateText reader = new DateText();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-05-06T07:08:09+02:00|2024-05-06T07:08:09+02:00",
        "2024-05-06 07:08|2024-05-06T07:08+02:00",
        "Stand: 06.05.2024, 07:08 Uhr|2024-05-06T07:08+02:00",
        "Montag, 6. Mai 2024|2024-05-06T00:00+02:00",
        "Published May 6, 2024 at 7:08 p.m. EDT|2024-05-06T19:08-04:00",
        "6 May 2024|2024-05-06T00:00+02:00",
        "le 6 mai 2024 à 07h08|2024-05-06T07:08+02:00",
        "6 de mayo de 2024|2024-05-06T00:00+02:00",
        "2024年5月6日|2024-05-06T00:00+02:00",
        "20240506|2024-05-06T00:00+02:00",
        "6 maja 2024|2024-05-06T00:00+02:00",
        "Erstellt am06.05.2024|2024-05-06T00:00+02:00"
      })
  void datesAreReadAsPeopleWriteThem(String text, String expected) {
    DateText.Moment moment = reader.read(text, HOME, false);
    assertThat(moment).isNotNull();
    assertThat(moment.at().toString()).isEqualTo(expected);
  }

  @Test
  void everyNameOfAMonthIsReadBehindTheDay() {
    for (String line : DataFile.sections("dates.txt").getOrDefault("months", List.of())) {
      String[] names = line.split(" ");
      for (int i = 1; i < names.length; i++) {
        for (String text : List.of("14. " + names[i] + " 2015", "14 de " + names[i] + " de 2015")) {
          DateText.Moment moment = reader.read(text, HOME, false);
          assertThat(moment).as(text).isNotNull();
          assertThat(moment.at().getMonthValue()).as(text).isEqualTo(Integer.parseInt(names[0]));
        }
      }
    }
  }

  @Test
  void whatIsNoDateIsNotRead() {
    assertThat(reader.read("2024-13-45", HOME, false)).isNull();
    assertThat(reader.read("Version 1.2.3", HOME, false)).isNull();
    assertThat(reader.read("31.02.2024", HOME, false)).isNull();
    assertThat(reader.read("Call 555 1234", HOME, false)).isNull();
  }

  @Test
  void americansPutTheMonthFirst() {
    DateText.Moment moment = reader.read("03/04/2024", HOME, true);
    assertThat(moment).isNotNull();
    assertThat(moment.at().toLocalDate().toString()).isEqualTo("2024-03-04");
  }
}

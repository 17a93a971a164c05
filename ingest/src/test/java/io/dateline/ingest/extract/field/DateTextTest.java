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
        "2024年5月6日 15時05分|2024-05-06T15:05+02:00",
        "2024年5月6日(月) 午後3時5分|2024-05-06T15:05+02:00",
        "2024年5月6日午前０時５分更新|2024-05-06T00:05+02:00",
        "2024年5月6日 午後3時半|2024-05-06T15:30+02:00",
        "2024年5月6日 3時間前|2024-05-06T00:00+02:00",
        "２０２４年５月６日 15：05|2024-05-06T15:05+02:00",
        "令和6年5月6日 15時|2024-05-06T15:00+02:00",
        "令和元年5月6日|2019-05-06T00:00+02:00",
        "民國113年5月6日|2024-05-06T00:00+02:00",
        "2024年05月06日 下午3:05|2024-05-06T15:05+02:00",
        "2024-05-06 15:05 来源|2024-05-06T15:05+02:00",
        "2024년 5월 6일 오후 3시 5분|2024-05-06T15:05+02:00",
        "입력 2024. 5. 6. 오후 3:05|2024-05-06T15:05+02:00",
        "2024.05.06. 오전 12:05|2024-05-06T00:05+02:00",
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
  void aMachinesValueMayBeSecondsOrMillisecondsSince1970() {
    for (String value : List.of("1714972080", " 1714972080000 ", "2024-05-06T07:08:00+02:00")) {
      DateText.Moment moment = reader.readValue(value, HOME, false);
      assertThat(moment).as(value).isNotNull();
      assertThat(moment.at()).as(value).hasToString("2024-05-06T07:08+02:00");
    }
    assertThat(reader.readValue("4915112345678", HOME, false)).isNull();
    assertThat(reader.read("Call 1714972080", HOME, false)).isNull();
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

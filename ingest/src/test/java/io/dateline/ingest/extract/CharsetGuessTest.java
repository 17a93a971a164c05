package io.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetGuessTest {

  @ParameterizedTest
  @CsvSource({
    "windows-1252, Müller lädt nach Köln und spricht über die Größe der Straße",
    "windows-1252, Le président a été reçu à l'Élysée où il s'est exprimé",
    "windows-1251, Переговоры в Астане начались в понедельник",
    "gbk, 中国的经济在今年的第一个季度有了增长，这是一个不大的数字",
    "big5, 這個國家的經濟在今年有了成長，我們不是一個大國",
    "shift_jis, 政府は来年度の予算案を発表した。首相は記者会見を開いた",
    "euc-jp, 政府は来年度の予算案を発表した。首相は記者会見を開いた",
    "euc-kr, 정부는 내년 예산안을 발표했다. 총리는 기자회견을 열었다",
    "utf-8, Müller und 政府"
  })
  void bytesThatDeclareNothingAreReadAsWhatTheyAre(String name, String text) {
    assertThat(CharsetGuess.of(text.getBytes(Charset.forName(name)))).isEqualTo(name);
    String page = "<html><body><p>Some ASCII before</p><p>" + text + "</p></body></html>";
    assertThat(CharsetGuess.of(page.getBytes(Charset.forName(name)))).isEqualTo(name);
  }
}

package io.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageDecoderTest {

  private final PageDecoder decoder = new PageDecoder();

  @Test
  void latin1MeansWindows1252() {
    byte[] bytes =
        "<meta charset=iso-8859-1><p>„Zitat“ – Ende".getBytes(Charset.forName("windows-1252"));
    PageDecoder.Decoded decoded = decoder.decode(bytes, null);
    assertThat(decoded.encoding()).isEqualTo("windows-1252");
    assertThat(decoded.text()).contains("„Zitat“ – Ende");
  }

  @Test
  void theHeaderGoesBeforeTheMetaTag() {
    byte[] bytes = "<meta charset=koi8-r><p>Größe".getBytes(Charset.forName("windows-1252"));
    assertThat(decoder.decode(bytes, "text/html; charset=ISO-8859-1").text()).contains("Größe");
  }

  @Test
  void theByteOrderMarkGoesBeforeAll() {
    byte[] bytes = "\uFEFF<meta charset=koi8-r>Größe".getBytes(StandardCharsets.UTF_8);
    PageDecoder.Decoded decoded = decoder.decode(bytes, "text/html; charset=koi8-r");
    assertThat(decoded.encoding()).isEqualTo("utf-8");
    assertThat(decoded.text()).startsWith("<meta");
  }

  @Test
  void utf8CalledLatin1IsStillUtf8() {
    byte[] bytes = "<meta charset=latin1><p>Übergröße".getBytes(StandardCharsets.UTF_8);
    assertThat(decoder.decode(bytes, null).text()).contains("Übergröße");
  }

  @Test
  void undeclaredJapaneseAndRussianAreRecognised() {
    byte[] japanese = "これは日本語の文章です。東京は今日も晴れです。".getBytes(Charset.forName("euc-jp"));
    byte[] russian =
        "Это русский текст о погоде в Москве и о политике."
            .getBytes(Charset.forName("windows-1251"));
    assertThat(decoder.decode(japanese, null).encoding()).isEqualTo("euc-jp");
    assertThat(decoder.decode(russian, null).encoding()).isEqualTo("windows-1251");
  }

  @Test
  void everySharedEncodingCaseIsRight() throws IOException {
    Path set =
        Path.of(System.getProperty("dateline.shared", "absent"), "eval/robust/html-encoding");
    assumeTrue(Files.isDirectory(set), "skipped: ../shared is not here");
    List<String> wrong = new ArrayList<>();
    ObjectMapper mapper = new ObjectMapper();
    for (String line : Files.readAllLines(set.resolve("cases.jsonl"))) {
      JsonNode test = mapper.readTree(line);
      String tags = test.get("tags").toString();
      if (tags.contains("scripted") || tags.contains("default-not-declared")) {
        continue;
      }
      byte[] bytes = Files.readAllBytes(set.resolve("files").resolve(test.at("/in/file").asText()));
      String found = decoder.decode(bytes, null).encoding();
      if (!found.equals(test.at("/expect/encoding").asText())) {
        wrong.add(
            test.get("id").asText()
                + " is "
                + test.at("/expect/encoding").asText()
                + ", not "
                + found);
      }
    }
    assertThat(wrong).isEmpty();
  }
}

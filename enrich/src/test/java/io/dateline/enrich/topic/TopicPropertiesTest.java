package io.dateline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Evidence;
import io.dateline.model.LanguageTag;
import io.dateline.model.Passage;
import io.dateline.model.Tag;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds of topics whatever the text: seeds are fixed, so that a failure can be run again. */
class TopicPropertiesTest {
  private static final int ROUNDS = 300;
  private static final long SEED = 20261122;
  private static final TopicTagger TAGGER = new TopicTagger();
  private static final String[] TELLING = {
    "Wohnungseinbruch",
    "Erdbeben",
    "Fischereiminister",
    "Bu\u0308rgermeister",
    "earthquake",
    "Premier League",
    "Friedensgespräche",
    "Streik",
    "Bundestag",
    "FRIEDENSGESPRÄCHE",
    "e-mail",
    "S&P 500"
  };
  private static final String[] PLAIN = {
    "xyzzy",
    "😀",
    "👩‍👩‍👧‍👦",
    "e\u0301",
    "\u202Eabc\u202C",
    "—",
    "\n\n",
    "\uD83D",
    "ﬁn",
    "\u00AD",
    "שלום",
    "مرحبا",
    "(",
    "'",
    "\u200B",
    "Qwrt"
  };

  private static String text(Random random, String[] words, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, most); i > 0; i--) {
      text.append(words[random.nextInt(words.length)]).append(random.nextInt(6) == 0 ? "" : " ");
    }
    return text.toString();
  }

  private static String mixed(Random random) {
    return text(random, PLAIN, 4) + " " + text(random, TELLING, 7) + " " + text(random, PLAIN, 4);
  }

  private static List<Passage> article(String headline, String body) {
    return List.of(
        new Passage(Passage.Part.HEADLINE, "/headlines/0/value", headline),
        new Passage(Passage.Part.BODY, "/bodies/0/value", body));
  }

  @Test
  void evidenceCutsOutExactlyItsWords() {
    int seen = 0;
    for (String language : TopicTagger.LANGUAGES) {
      Random random = new Random(SEED);
      for (int i = 0; i < ROUNDS; i++) {
        List<Passage> passages = article(mixed(random), mixed(random));
        for (Tag tag : TAGGER.tag(passages, new LanguageTag(language))) {
          for (Evidence e : tag.evidence()) {
            String text = passages.get(e.pointer().startsWith("/h") ? 0 : 1).text();
            assertThat(text.substring(e.start(), e.end())).isEqualTo(e.words());
            assertThat(e.words().strip()).isNotEmpty().isEqualTo(e.words());
            seen++;
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(ROUNDS);
  }

  @Test
  void unrelatedTextBehindNeverRemovesATopic() {
    Random random = new Random(SEED);
    for (int i = 0; i < ROUNDS; i++) {
      String headline = mixed(random);
      String body = mixed(random);
      String longer = body + "\n\n" + text(random, PLAIN, 20);
      assertThat(codes(article(headline, longer)))
          .as(headline + "|" + body)
          .isEqualTo(codes(article(headline, body)));
    }
  }

  private static String codes(List<Passage> passages) {
    return TAGGER.tag(passages, new LanguageTag("de")).stream()
        .map(tag -> tag.code() + " " + tag.confidence())
        .collect(Collectors.joining(", "));
  }

  @Test
  void taggingIsDeterministic() {
    Random random = new Random(SEED);
    TopicTagger other = new TopicTagger();
    for (int i = 0; i < ROUNDS; i++) {
      List<Passage> passages = article(mixed(random), mixed(random));
      LanguageTag language = new LanguageTag(i % 2 == 0 ? "de" : "en");
      assertThat(TAGGER.tag(passages, language)).isEqualTo(other.tag(passages, language));
    }
  }

  @Test
  void aGermanCompoundCountsByItsStemAndItsHead() {
    List<Passage> minister =
        article(
            "Fischereiminister tritt zurück",
            "Der Fischereiminister ging. Der Fischereiminister nannte keinen Grund.");
    assertThat(TAGGER.tag(minister, new LanguageTag("de")))
        .extracting(Tag::code)
        .contains("11000000", "20000613", "04000000");
  }

  @Test
  void partsOfGermanCompoundsCountAndLookAlikesDoNot() {
    List<Passage> burglary =
        article("Dachbodeneinbruch am Ring", "Der Dachbodeneinbruch wurde der Polizei gemeldet.");
    assertThat(TAGGER.tag(burglary, new LanguageTag("de")))
        .extracting(Tag::code)
        .contains("02000000");
    List<Passage> decision =
        article("Entscheidung der Jury", "Die Konkurrenten warten auf die Entscheidung.");
    assertThat(TAGGER.tag(decision, new LanguageTag("de")))
        .extracting(Tag::code)
        .doesNotContain("14000000", "09000000");
  }
}

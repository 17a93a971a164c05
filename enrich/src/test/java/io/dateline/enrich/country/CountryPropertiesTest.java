package io.dateline.enrich.country;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Evidence;
import io.dateline.model.LanguageTag;
import io.dateline.model.Passage;
import io.dateline.model.Tag;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Holds for any text; the texts are drawn from a seed that every failure names. */
class CountryPropertiesTest {

  private static final int ROUNDS = 400;
  private static final long SEED = 20261122;
  private static final CountryTagger TAGGER = new CountryTagger();

  private static final String[] NAMING = {
    "Syrien",
    "russische",
    "U.S.",
    "Côte d'Ivoire",
    "Cote d’Ivoire",
    "TÜRKEI",
    "Tu\u0308rkei",
    "deutsch-französisch",
    "Aleppo",
    "Kremlchef",
    "Athens, Ga.",
    "Georgia",
    "Michael Jordan",
    "سوريا",
    "ישראל",
    "中国",
    "ロシア",
    "Wladimir Putin",
    "US-Luftangriff",
    "São Tomé"
  };
  private static final String[] PLAIN = {
    "haus",
    "geht",
    "😀",
    "👩‍👩‍👧‍👦",
    "🇩🇪",
    "e\u0301",
    "\u202Eabc\u202C",
    "12,5",
    "—",
    "\n\n",
    "...",
    "\uD83D",
    "ﬁn",
    "\u00AD",
    "\u200B",
    "שלום",
    "مرحبا",
    "(",
    "x.y.z",
    "'"
  };

  private static String text(Random random, String[] words, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, most); i > 0; i--) {
      text.append(words[random.nextInt(words.length)]).append(random.nextInt(5) == 0 ? "" : " ");
    }
    return text.toString();
  }

  private static String mixed(Random random) {
    return text(random, PLAIN, 4) + " " + text(random, NAMING, 6) + " " + text(random, PLAIN, 4);
  }

  private static List<Tag> tags(String text, String language) {
    Passage passage = new Passage(Passage.Part.BODY, "/bodies/0/value", text);
    return TAGGER.tag(List.of(passage), new LanguageTag(language), null);
  }

  @Test
  void evidenceCutsOutExactlyItsWords() {
    for (String language : List.of("de", "en", "ar", "zh", "und")) {
      Random random = new Random(SEED);
      for (int i = 0; i < ROUNDS; i++) {
        String text = mixed(random);
        for (Tag tag : tags(text, language)) {
          for (Evidence e : tag.evidence()) {
            assertThat(text.substring(e.start(), e.end())).as(text).isEqualTo(e.words());
            assertThat(e.words().strip()).as(text).isNotEmpty().isEqualTo(e.words());
          }
        }
      }
    }
  }

  @Test
  void unrelatedTextNeverRemovesAMention() {
    Random random = new Random(SEED);
    for (int i = 0; i < ROUNDS; i++) {
      String text = mixed(random);
      String longer = text(random, PLAIN, 6) + "\n\n" + text + "\n\n" + text(random, PLAIN, 20);
      List<String> before = tags(text, "de").stream().map(Tag::code).toList();
      List<String> after = tags(longer, "de").stream().map(Tag::code).toList();
      assertThat(after).as(text).containsAll(before);
    }
  }

  @Test
  void taggingIsDeterministic() {
    Random random = new Random(SEED);
    CountryTagger other = new CountryTagger();
    for (int i = 0; i < ROUNDS; i++) {
      Passage passage = new Passage(Passage.Part.BODY, "/bodies/0/value", mixed(random));
      LanguageTag language = new LanguageTag("de");
      assertThat(TAGGER.tag(List.of(passage), language, null))
          .isEqualTo(other.tag(List.of(passage), language, null));
    }
  }

  @Test
  void costGrowsWithLengthOnly() {
    String text = "Die russische Luftwaffe und Syrien. ".repeat(30_000);
    long start = System.nanoTime();
    assertThat(tags(text, "de")).hasSize(2);
    assertThat((System.nanoTime() - start) / 1_000_000).as("ms for 1 MB").isLessThan(5_000);
  }
}

package io.dateline.enrich.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokensTest {

  private static List<String> words(String text) {
    Tokens tokens = Tokens.of(text);
    return IntStream.range(0, tokens.count()).mapToObj(tokens::word).toList();
  }

  @Test
  void partsAtHyphensAndApostrophesButNotInsideAbbreviations() {
    assertThat(words("U.S.-Dollar, China's d'Ivoire"))
        .containsExactly("U.S", "Dollar", "China", "s", "d", "Ivoire");
  }

  @Test
  void readsScriptsWithoutSpacesCharacterByCharacter() {
    assertThat(words("米国のロシア大統領")).containsExactly("米", "国", "の", "ロシア", "大", "統", "領");
  }

  @Test
  void keepsMarksWithTheirLetter() {
    assertThat(words("Tu\u0308rkei 😀 ok")).containsExactly("Tu\u0308rkei", "ok");
    assertThat(Tokens.of("Tu\u0308rkei").hash(0)).isEqualTo(Tokens.of("TÜRKEI").hash(0));
  }

  @Test
  void findsTheLongestPhraseInItsSpelling() {
    TokenTrie<String> trie =
        TokenTrie.<String>builder()
            .add("Guinea", "GN")
            .add("Papua New Guinea", "PG")
            .add("deutsch", "DE")
            .add("US", "US")
            .build();
    assertThat(find(trie, "Papua New Guinea")).isEqualTo("PG");
    assertThat(find(trie, "PAPUA NEW GUINEA")).isEqualTo("PG");
    assertThat(find(trie, "Papua new. Guinea")).isNull();
    assertThat(find(trie, "guinea pig")).isNull();
    assertThat(find(trie, "Deutsch")).isEqualTo("DE");
    assertThat(find(trie, "us")).isNull();
    assertThat(find(trie, "U.S. troops")).isEqualTo("US");
  }

  private static @org.jspecify.annotations.Nullable String find(
      TokenTrie<String> trie, String text) {
    TokenTrie.Match<String> match = trie.longest(Tokens.of(text), 0);
    return match == null ? null : match.value();
  }
}

package io.dateline.enrich.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every memory of texts must do. */
public abstract class CopyStateContract {

  /** An empty state. */
  protected abstract CopyState empty();

  private static KnownText text(long article, int... hashes) {
    return new KnownText(article, "https://news.example/" + article, new Sketch(hashes, 0, 9));
  }

  @Test
  void whatIsRememberedIsFoundUnderEachKeyAndByArticle() {
    CopyState state = empty();
    state.remember(text(1L << 40, 5, 7));

    KnownText found = state.of(1L << 40);
    assertThat(found).isNotNull();
    assertThat(found.group()).isEqualTo("https://news.example/" + (1L << 40));
    assertThat(found.sketch().hashes()).containsExactly(5, 7);
    assertThat(found.sketch().shingles()).isEqualTo(9);
    assertThat(state.under(5)).extracting(KnownText::article).containsExactly(1L << 40);
    assertThat(state.under(7)).hasSize(1);
    assertThat(state.under(6)).isEmpty();
    assertThat(state.of(2L << 40)).isNull();
  }

  @Test
  void aLaterVersionTakesThePlaceOfTheEarlier() {
    CopyState state = empty();
    state.remember(text(1L << 40, 5, 7));
    state.remember(text(1L << 40, 5, 9));

    KnownText found = state.of(1L << 40);
    assertThat(found).isNotNull();
    assertThat(found.sketch().hashes()).containsExactly(5, 9);
    assertThat(state.under(9)).hasSize(1);
  }

  @Test
  void underOneKeyTheNewestAreKept() {
    CopyState state = empty();
    for (long article = 1; article <= 2L * CopyState.MAX_PER_KEY; article++) {
      state.remember(text(article << 40, 5));
    }
    assertThat(state.under(5)).hasSize(CopyState.MAX_PER_KEY);
    assertThat(state.under(5)).extracting(text -> text.article() >> 40).contains(16L, 9L);
  }
}

package io.dateline.enrich.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryCopyStateTest extends CopyStateContract {

  @Override
  protected CopyState empty() {
    return new MemoryCopyState(100);
  }

  @Test
  void theOldestIsForgottenWhenItIsFull() {
    CopyState state = new MemoryCopyState(2);
    for (long article = 1; article <= 3; article++) {
      state.remember(new KnownText(article << 40, "g", new Sketch(new int[] {3}, 0, 1)));
    }
    assertThat(state.of(1L << 40)).isNull();
    assertThat(state.of(2L << 40)).isNotNull();
    assertThat(state.of(3L << 40)).isNotNull();
  }
}

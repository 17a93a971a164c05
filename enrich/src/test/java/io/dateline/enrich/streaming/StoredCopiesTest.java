package io.dateline.enrich.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.enrich.duplicate.CopyState;
import io.dateline.enrich.duplicate.CopyStateContract;
import io.dateline.enrich.duplicate.KnownText;
import io.dateline.enrich.duplicate.Sketch;
import org.junit.jupiter.api.Test;

class StoredCopiesTest extends CopyStateContract {

  private final SlicedStore texts = new OpenStores().sliced("copies", GroupStores.COPIES_KEPT);

  @Override
  protected CopyState empty() {
    return new StoredCopies(texts, 100);
  }

  @Test
  void whatWasRememberedIsFoundAfterARestartInTheSameOrder() {
    StoredCopies before = new StoredCopies(texts, 100);
    for (long article = 9; article > 0; article--) {
      before.remember(text(article << 40, 5));
    }
    before.forget(2L << 40);

    StoredCopies after = new StoredCopies(texts, 100);
    after.remember(text(10L << 40, 5));

    assertThat(after.under(5))
        .extracting(text -> text.article() >> 40)
        .containsExactly(10L, 1L, 3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(after.of(2L << 40)).isNull();
  }

  @Test
  void whatMemoryHasNoRoomForIsStillKnownByItsArticle() {
    StoredCopies copies = new StoredCopies(texts, 2);
    for (long article = 1; article <= 5; article++) {
      copies.remember(text(article << 40, 5));
    }

    assertThat(copies.of(1L << 40)).isNotNull();
    assertThat(new StoredCopies(texts, 2).under(5)).hasSize(2);
  }

  private static KnownText text(long article, int... hashes) {
    return new KnownText(article, "https://news.example/" + article, new Sketch(hashes, 0, 9));
  }
}

package io.dateline.enrich.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlotIndexTest {

  private static final int WAYS = 8;

  @Test
  void manyKeysFindTogetherWhatEachFindsAlone() {
    SlotIndex index = new SlotIndex(100_000, WAYS);
    int[] keys = new int[500];
    for (int i = 0; i < 40_000; i++) {
      index.add(i % 700 * 7_919, i - 20_000);
      keys[i % keys.length] = i % 900 * 7_919;
    }
    int[][] together = index.under(keys);
    for (int i = 0; i < keys.length; i++) {
      assertThat(together[i]).isEqualTo(index.under(keys[i]));
    }
    assertThat(List.of(together))
        .anyMatch(found -> found.length == WAYS)
        .anyMatch(found -> found.length == 0);
  }

  @Test
  void theNewestComeFirstWhateverTheSignOfASlot() {
    SlotIndex index = new SlotIndex(100, WAYS);
    index.add(5, 1);
    index.add(5, Integer.MIN_VALUE);
    index.add(5, 3);
    index.add(5, 1);
    assertThat(index.under(5)).containsExactly(1, 3, Integer.MIN_VALUE);
  }
}

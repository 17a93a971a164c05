package io.dateline.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShortlistTest {

  @Test
  void namesThoseWithTheHighestSumsBestFirst() {
    Shortlist list = new Shortlist(4);
    list.add(7, 1);
    list.add(-3, 2);
    list.add(7, 2);
    list.add(5, 0.5);
    assertThat(list.best(2)).containsExactly(7, -3);
  }

  @Test
  void ofEqualsTheLowerIdComesFirst() {
    Shortlist list = new Shortlist(3);
    list.add(9, 1);
    list.add(-9, 1);
    list.add(2, 1);
    assertThat(list.best(5)).containsExactly(-9, 2, 9);
  }

  @Test
  void withoutAnyThereIsNone() {
    assertThat(new Shortlist(0).best(3)).isEmpty();
  }

  @Test
  void doesWhatASortedMapDoes() {
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      int additions = 1 + random.nextInt(400);
      Shortlist list = new Shortlist(additions);
      Map<Long, Double> map = new HashMap<>();
      for (int i = 0; i < additions; i++) {
        long id = (long) random.nextInt(100) << 32 | 1;
        double shared = random.nextInt(8);
        list.add(id, shared);
        map.merge(id, shared, Double::sum);
      }
      assertThat(list.best(32))
          .containsExactly(
              map.entrySet().stream()
                  .sorted(
                      Map.Entry.<Long, Double>comparingByValue()
                          .reversed()
                          .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                  .limit(32)
                  .mapToLong(Map.Entry::getKey)
                  .toArray());
    }
  }
}

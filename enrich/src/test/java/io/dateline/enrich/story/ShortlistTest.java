package io.dateline.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShortlistTest {

  /** Rules no story out. */
  private static boolean any(int place, double sum, int count) {
    return true;
  }

  @Test
  void namesThoseWithTheHighestSumsBestFirst() {
    Shortlist list = new Shortlist(4);
    list.add(7, 1);
    list.add(0, 2);
    list.add(7, 2);
    list.add(5, 0.5);
    assertThat(list.best(2, 0, ShortlistTest::any)).containsExactly(7, 0);
  }

  @Test
  void ofEqualsTheOneAddedFirstComesFirst() {
    Shortlist list = new Shortlist(3);
    list.add(9, 1);
    list.add(1, 1);
    list.add(2, 1);
    assertThat(list.best(5, 0, ShortlistTest::any)).containsExactly(9, 1, 2);
    assertThat(list.best(2, 0, ShortlistTest::any)).containsExactly(9, 1);
  }

  @Test
  void withoutAnyThereIsNone() {
    assertThat(new Shortlist(0).best(3, 0, ShortlistTest::any)).isEmpty();
  }

  @Test
  void leavesOutWhatIsBelowTheLeastSum() {
    Shortlist list = new Shortlist(2);
    list.add(1, 0.9);
    list.add(2, 1);
    assertThat(list.best(5, 1, ShortlistTest::any)).containsExactly(2);
  }

  @Test
  void leavesOutWhatIsWithoutHope() {
    Shortlist list = new Shortlist(4);
    list.add(1, 3);
    list.add(2, 1);
    list.add(2, 1);
    list.add(2, 1);
    assertThat(list.best(5, 1, (place, sum, count) -> sum == 3 && count > 1)).containsExactly(2);
    assertThat(list.best(5, 1, (place, sum, count) -> place == 1)).containsExactly(1);
  }

  @Test
  void doesWhatASortedMapDoes() {
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      int additions = 1 + random.nextInt(400);
      Shortlist list = new Shortlist(additions);
      Map<Integer, Double> map = new LinkedHashMap<>();
      for (int i = 0; i < additions; i++) {
        int place = random.nextInt(100);
        double shared = random.nextInt(8);
        list.add(place, shared);
        map.merge(place, shared, Double::sum);
      }
      assertThat(list.best(32, 3, ShortlistTest::any))
          .containsExactly(
              map.entrySet().stream()
                  .filter(entry -> entry.getValue() >= 3)
                  .sorted(Comparator.comparing(Map.Entry<Integer, Double>::getValue).reversed())
                  .limit(32)
                  .mapToInt(Map.Entry::getKey)
                  .toArray());
    }
  }
}

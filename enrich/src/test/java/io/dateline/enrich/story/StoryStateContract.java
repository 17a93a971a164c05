package io.dateline.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every memory of stories must do. */
public abstract class StoryStateContract {

  /** An empty state. */
  protected abstract StoryState empty();

  private static Story story(long id, int size) {
    Terms terms = new Terms(new int[] {-3, 8}, new float[] {1.5f, 2});
    return new Story(id, 77, terms, Terms.NONE, size, 1_000, 2_000, size % 2 == 1, size * 5L);
  }

  @Test
  void aSavedStoryIsFoundAsItWas() {
    StoryState state = empty();
    state.save(story(5L << 32, 1));
    state.save(story(5L << 32, 2));

    Story found = state.story(5L << 32);
    assertThat(found).isNotNull();
    assertThat(found.size()).isEqualTo(2);
    assertThat(found.language()).isEqualTo(77);
    assertThat(found.terms().keys()).containsExactly(-3, 8);
    assertThat(found.terms().weights()).containsExactly(1.5f, 2);
    assertThat(found.lastSeen()).isEqualTo(2_000);
    assertThat(state.story(6L << 32)).isNull();
    assertThat(state.story(0)).isNull();
  }

  @Test
  void aTermLeadsToTheStoriesIndexedLast() {
    StoryState state = empty();
    for (long id = 1; id <= StoryState.MAX_PER_TERM + 3L; id++) {
      state.save(story(id << 32, 1));
      state.index(8, id << 32);
    }
    state.index(8, 5L << 32);

    int[] places = state.under(9, 8)[1];
    assertThat(places).hasSize(StoryState.MAX_PER_TERM);
    assertThat(state.at(places[0])).isEqualTo(state.story(5L << 32));
    assertThat(state.openAt(places[0])).isEqualTo(state.open(5L << 32));
    assertThat(state.under(9)[0]).isEmpty();
  }

  @Test
  void storiesOfOneLanguageAreLeftOut() {
    StoryState state = empty();
    for (int language = 1; language <= 3; language++) {
      state.save(Story.empty((long) language << 32, language, 1_000));
      state.index(8, (long) language << 32);
    }
    int[] others = state.underOthers(new int[] {8}, 2)[0];
    assertThat(others).hasSize(2);
    for (int place : others) {
      assertThat(state.at(place)).isNotNull().matches(story -> story.language() != 2);
    }
    assertThat(state.underOthers(new int[] {9}, 2)[0]).isEmpty();
    assertThat(state.underOthers(new int[] {8}, 4)[0]).hasSize(3);
  }

  @Test
  void noLanguageIsLeftOutInPlaceOfAnother() {
    StoryState state = empty();
    for (int language = 1; language <= 300; language++) {
      state.save(Story.empty((long) language << 32, language, 1_000));
      state.index(language, (long) language << 32);
    }
    for (int language = 1; language < 300; language++) {
      assertThat(state.underOthers(new int[] {language}, 300)[0]).hasSize(1);
    }
  }

  @Test
  void aPeakHoldsUntilTheTermsChange() {
    StoryState state = empty();
    Story story = story(5L << 32, 1);
    state.save(story);
    state.index(8, story.id());
    int place = state.under(8)[0][0];
    assertThat(state.peakAt(place)).isZero();

    state.peakAt(place, 0.25f);
    state.save(story.linked(new Terms(new int[] {4}, new float[] {1})));
    assertThat(state.peakAt(place)).isEqualTo(0.25f);

    state.save(story(5L << 32, 2));
    assertThat(state.peakAt(place)).isZero();
  }

  @Test
  void whenAStoryWasSeenLastIsKnownAtItsPlaceToTheMinute() {
    StoryState state = empty();
    Story story = Story.empty(5L << 32, 77, 2_000_000_000L);
    state.save(story);
    state.index(8, story.id());
    int place = state.under(8)[0][0];
    long minute = Duration.ofMinutes(1).toMillis();
    assertThat(state.lastSeenAt(place) - story.lastSeen()).isBetween(0L, minute);

    state.peakAt(place, 0.25f);
    long later = story.lastSeen() + 10 * minute;
    state.save(story.with(story.terms(), later, Genre.REPORT));
    assertThat(state.lastSeenAt(place) - later).isBetween(0L, minute);
    assertThat(state.peakAt(place)).isEqualTo(0.25f);

    state.save(story.mergedInto(story(6L << 32, 1)));
    assertThat(state.lastSeenAt(place)).isGreaterThan(later + Duration.ofDays(100_000).toMillis());
  }

  @Test
  void articlesAreAssignedAndTermsCounted() {
    StoryState state = empty();
    state.assign("https://news.example/a", 9);
    state.count(8);
    state.count(8);

    assertThat(state.storyOf("https://news.example/a")).isEqualTo(9);
    assertThat(state.storyOf("https://news.example/b")).isZero();
    assertThat(state.storiesWith(8)).isEqualTo(2);
    assertThat(state.storiesWith(9)).isZero();
  }
}

package io.dateline.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryStoryStateTest extends StoryStateContract {

  @Override
  protected StoryState empty() {
    return new MemoryStoryState(100);
  }

  @Test
  void theStoryThatDidNotChangeIsForgottenFirst() {
    StoryState state = new MemoryStoryState(2);
    state.save(story(1));
    state.save(story(2));
    state.save(story(1));
    state.save(story(3));

    assertThat(state.story(1L << 32)).isNotNull();
    assertThat(state.story(2L << 32)).isNull();
    assertThat(state.story(3L << 32)).isNotNull();
  }

  private static Story story(long id) {
    return new Story(id << 32, 1, Terms.NONE, Terms.NONE, 1, 0, 0, false, 0);
  }
}

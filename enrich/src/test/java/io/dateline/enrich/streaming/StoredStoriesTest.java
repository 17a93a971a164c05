package io.dateline.enrich.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.enrich.story.StoryState;
import io.dateline.enrich.story.StoryStateContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;

class StoredStoriesTest extends StoryStateContract {

  private static final Duration KEPT = GroupStores.STORIES_KEPT;

  @Override
  protected StoryState empty() {
    OpenStores stores = new OpenStores();
    return new StoredStories(
        stores.sliced("stories", KEPT, Serdes.Long()),
        stores.sliced("story-terms", KEPT, Serdes.Integer()),
        stores.sliced("story-articles", KEPT, Serdes.Long()),
        stores.counts("story-counts"));
  }

  @Test
  void whatIsWrittenIsKeptAtLeastItsTimeAndForgottenAfterHalfAsLongAgain() {
    SlicedStore<Long> store = new OpenStores().sliced("sliced", KEPT, Serdes.Long());
    byte[] value = "kept".getBytes(StandardCharsets.UTF_8);
    store.at(KEPT.toMillis() * 10);
    store.put(1L, value);

    store.at(KEPT.toMillis() * 11);
    assertThat(store.get(1L)).isEqualTo(value);
    store.at(KEPT.toMillis() * 11 + KEPT.toMillis() / 2);
    assertThat(store.get(1L)).isNull();
  }
}

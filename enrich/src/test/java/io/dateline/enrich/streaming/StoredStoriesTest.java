package io.dateline.enrich.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.enrich.story.Story;
import io.dateline.enrich.story.StoryState;
import io.dateline.enrich.story.StoryStateContract;
import io.dateline.enrich.story.Terms;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredStoriesTest extends StoryStateContract {

  private static final Duration KEPT = GroupStores.STORIES_KEPT;

  private final OpenStores stores = new OpenStores();
  private final SlicedStore stories = stores.sliced("stories", KEPT);
  private final SlicedStore articles = stores.sliced("story-articles", KEPT);

  @Override
  protected StoryState empty() {
    return new StoredStories(stories, articles, 100);
  }

  @Test
  void whatWasKeptIsFoundAfterARestart() {
    Terms terms = new Terms(new int[] {-3, 8}, new float[] {1.5f, 2});
    StoredStories before = new StoredStories(stories, articles, 100);
    before.save(new Story(7L << 32, 77, terms, Terms.NONE, 1, 1_000, 2_000, false, 0));
    before.assign("https://news.example/a", 7L << 32);
    before.count(8);
    before.index(8, 7L << 32);
    before.keep();
    before.assign("https://news.example/b", 7L << 32);
    before.keep();
    before.forget("https://news.example/b");

    StoredStories after = new StoredStories(stories, articles, 100);

    assertThat(after.storyOf("https://news.example/a")).isEqualTo(7L << 32);
    assertThat(after.storyOf("https://news.example/b")).isZero();
    assertThat(after.under(8)[0]).hasSize(1);
    assertThat(after.at(after.under(8)[0][0])).isNotNull().isEqualTo(after.story(7L << 32));
    assertThat(after.storiesWith(8)).isEqualTo(1);
    assertThat(after.story(7L << 32)).isNotNull();
  }

  @Test
  void aStoryThatWasToldIsOneEntryAndItsLinksLeadToItAfterARestart() {
    Terms links = new Terms(new int[] {-3, 8}, new float[] {1.5f, 2});
    StoredStories before = new StoredStories(stories, articles, 100);
    before.save(new Story(9L << 32, 77, Terms.NONE, links, 1, 1_000, 2_000, false, 0));
    before.index(-3, 9L << 32);
    before.index(8, 9L << 32);
    before.keep();

    assertThat(articles.newest(10)).isEmpty();
    StoredStories again = new StoredStories(stories, articles, 100);
    assertThat(again.under(8)[0]).hasSize(1);
    assertThat(again.at(again.under(8)[0][0])).isNotNull().isEqualTo(again.story(9L << 32));
  }

  @Test
  void whatIsWrittenIsKeptAtLeastItsTimeAndForgottenAfterHalfAsLongAgain() {
    SlicedStore store = new OpenStores().sliced("sliced", KEPT);
    byte[] value = new byte[Long.BYTES];
    store.at(KEPT.toMillis() * 400);
    store.put(1L, value);

    store.at(KEPT.toMillis() * 401);
    assertThat(store.get(1L)).isEqualTo(value);
    store.at(KEPT.toMillis() * 401 + KEPT.toMillis() / 2);
    assertThat(store.get(1L)).isNull();
  }

  @Test
  void theNewestAreReadFromAsManySlicesAsHoldThem() {
    SlicedStore store = new OpenStores().sliced("newest", KEPT);
    long slice = KEPT.toMillis() / 2;
    store.at(800 * slice);
    List.of(1L, 2L, 3L, 4L).forEach(number -> store.put(number, numbered(number)));
    store.at(801 * slice);
    store.put(2, numbered(5)); // written again
    store.remove(3);
    store.at(802 * slice);
    store.put(6, numbered(6));

    assertThat(numbers(store.newest(1))).containsExactly(6L);
    assertThat(numbers(store.newest(2))).containsExactly(5L, 6L);
    assertThat(numbers(store.newest(3))).containsExactly(4L, 5L, 6L);
    assertThat(numbers(store.newest(9))).containsExactly(1L, 4L, 5L, 6L);
  }

  private static byte[] numbered(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  private static List<Long> numbers(List<byte[]> values) {
    return values.stream().map(value -> ByteBuffer.wrap(value).getLong()).toList();
  }
}

package io.dateline.enrich.streaming;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Key of the repartition channel: articles of one language meet in one partition, where copies and
 * stories are found. An erasure, whose language nobody knows any more, goes to every partition: so
 * it stays behind all versions sent before it, and every state forgets the article.
 *
 * @param language primary subtag, or {@link #EVERYWHERE}
 * @param uri the article
 */
record Route(String language, String uri) {

  /** In place of a language: all partitions. */
  static final String EVERYWHERE = "*";

  private static final String STORY = "story:";

  /** In place of a language: the partition of the article's address. */
  private static final String ERASED = "~";

  /** The key under which the news of a story go to all partitions, by the id that is published. */
  static Route ofStory(String id) {
    return new Route(EVERYWHERE, STORY + id);
  }

  /** The id of a story, or the address of an article. */
  String subject() {
    return isStory() ? uri.substring(STORY.length()) : uri;
  }

  /** Whether it is the news of a story, not an article. */
  boolean isStory() {
    return language.equals(EVERYWHERE) && uri.startsWith(STORY);
  }

  /** The key under which each partition tells one of them that it has forgotten an article. */
  Route erased() {
    return new Route(ERASED, uri);
  }

  /** Whether a partition tells that it has forgotten an article. */
  boolean isErased() {
    return language.equals(ERASED);
  }

  /** Whether it is an article, not something that partitions tell each other. */
  boolean isArticle() {
    return !isStory() && !isErased();
  }

  /** Language and uri parted by one space, UTF-8. */
  static Serde<Route> serde() {
    return Serdes.serdeFrom(
        (topic, route) -> (route.language + ' ' + route.uri).getBytes(StandardCharsets.UTF_8),
        (topic, bytes) -> parse(new String(bytes, StandardCharsets.UTF_8)));
  }

  /** Sends a language to its partition. */
  static StreamPartitioner<Route, byte[]> partitioner() {
    return (topic, route, value, partitions) -> Optional.of(route.partitions(partitions));
  }

  private Set<Integer> partitions(int count) {
    if (language.equals(EVERYWHERE)) {
      return IntStream.range(0, count).boxed().collect(Collectors.toSet());
    }
    byte[] bytes = (isErased() ? uri : language).getBytes(StandardCharsets.UTF_8);
    return Set.of(Utils.toPositive(Utils.murmur2(bytes)) % count);
  }

  private static Route parse(String text) {
    int space = text.indexOf(' ');
    return new Route(text.substring(0, space), text.substring(space + 1));
  }
}

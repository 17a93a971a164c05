package io.dateline.enrich.streaming;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.embedded.EmbeddedKafka;
import io.dateline.enrich.EnrichService;
import io.dateline.enrich.EnrichSettings;
import io.dateline.enrich.story.Grouper;
import io.dateline.model.Article;
import io.dateline.model.Channel;
import io.dateline.model.CopyGroup;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.LanguageTag;
import io.dateline.model.StoryRef;
import io.dateline.model.ninjs.ArticleCodec;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.runtime.ChannelSetup;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.StreamsGroupMemberAssignment.TaskIds;
import org.apache.kafka.clients.admin.StreamsGroupMemberDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several instances on a real broker: what one of them knew is known to the one that takes over.
 */
class TakeoverTest {
  private static final int PARTITIONS = 6;
  private static final int TEXTS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> LANGUAGES = List.of("de", "en", "fr", "ja", "ar");

  private @TempDir Path folder;
  private final List<EnrichService> services = new ArrayList<>();
  private EmbeddedKafka broker;
  private KafkaSettings kafka;
  private KafkaProducer<String, byte[]> producer;
  private KafkaConsumer<String, byte[]> consumer;

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    kafka = new KafkaSettings(broker.bootstrap(), "takeover.", PARTITIONS, 1);
    ChannelSetup.ensure(kafka);
    producer = new KafkaProducer<>(kafka.producer());
    consumer = new KafkaConsumer<>(kafka.consumer());
    String enriched = kafka.topic(Channel.ENRICHED);
    consumer.assign(
        IntStream.range(0, PARTITIONS).mapToObj(p -> new TopicPartition(enriched, p)).toList());
  }

  @AfterEach
  void stop() {
    producer.close();
    consumer.close();
    services.forEach(EnrichService::close);
    broker.close();
  }

  @Test
  void standbysKeepWhatTheOthersKnowAndGroupingIsThatOfOneProcess() throws Exception {
    Grouper alone = Grouper.inMemory();
    join("one");
    checkSame(alone, round("first", 0));
    join("two");
    join("three");
    awaitStandbys(PARTITIONS);
    checkSame(alone, round("second", TEXTS));
    leave();
    leave();

    Map<String, EnrichedArticle> copies = checkSame(alone, round("copies", 0));
    checkSame(alone, round("more-copies", TEXTS));

    EnrichedArticle copy = requireNonNull(copies.get(uri("copies", 3)));
    assertThat(copy.enrichment().copyGroup()).extracting(CopyGroup::id).isEqualTo(uri("first", 3));
  }

  private void join(String name) throws Exception {
    EnrichSettings settings =
        new EnrichSettings(kafka, folder.resolve(name), 1, Duration.ofMillis(25), 1, 1_000);
    services.add(EnrichService.start(settings, Platform.create(), Samples.enricher(), () -> {}));
  }

  private void leave() {
    services.removeLast().close();
  }

  /** Waits until every task that has stores is kept warm by another instance than its own. */
  private void awaitStandbys(int wanted) throws Exception {
    String group = StreamsProperties.applicationId(kafka);
    ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (Admin admin = Admin.create(kafka.client())) {
      var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
      assertThat(requireNonNull(config).get(StandbyReplicas.CONFIG).value()).isEqualTo("1");
      while (true) {
        var groups = admin.describeStreamsGroups(List.of(group)).all().get();
        var members = requireNonNull(groups.get(group)).members();
        int warm = members.stream().mapToInt(TakeoverTest::standbys).sum();
        long active = members.stream().filter(m -> !m.assignment().activeTasks().isEmpty()).count();
        if (warm == wanted && active == services.size()) {
          return;
        }
        assertThat(System.nanoTime()).as("%s standbys", warm).isLessThan(deadline);
        Thread.sleep(100);
      }
    }
  }

  private static int standbys(StreamsGroupMemberDescription member) {
    return member.assignment().standbyTasks().stream()
        .map(TaskIds::partitions)
        .mapToInt(List::size)
        .sum();
  }

  /** Articles of an outlet with the texts from a number on, five languages by turns. */
  private static List<Article> round(String outlet, int from) {
    return IntStream.range(from, from + TEXTS).mapToObj(i -> article(outlet, i)).toList();
  }

  private static String uri(String outlet, int number) {
    return "https://news.example/" + outlet + "/" + number;
  }

  private static Article article(String outlet, int number) {
    StringBuilder body = new StringBuilder();
    for (int word = 0; word < 60; word++) {
      body.append("word").append(Integer.toString(number * 1_000 + word, 36)).append(' ');
    }
    return Samples.article(outlet + "/" + number, body.toString()).toBuilder()
        .language(new LanguageTag(LANGUAGES.get(number % LANGUAGES.size())))
        .build();
  }

  /** Publishes them, waits for each to come out once, and compares with a grouper on its own. */
  private Map<String, EnrichedArticle> checkSame(Grouper alone, List<Article> articles)
      throws Exception {
    for (Article article : articles) {
      producer
          .send(
              new ProducerRecord<>(
                  kafka.topic(Channel.ARTICLES),
                  article.uri().value(),
                  ArticleCodec.toJson(article)))
          .get();
    }
    Map<String, EnrichedArticle> found = read(articles.size());
    for (Article article : articles) {
      EnrichedArticle enriched = requireNonNull(found.get(article.uri().value()));
      var enrichment = enriched.enrichment();
      var expected = alone.group(article, enrichment.tags(), article.language(), Instant.now());
      assertThat(enrichment.copyGroup()).isEqualTo(expected.copies());
      assertThat(enrichment.story()).extracting(StoryRef::id).isEqualTo(expected.story().id());
    }
    return found;
  }

  private Map<String, EnrichedArticle> read(int count) throws Exception {
    Map<String, EnrichedArticle> found = new LinkedHashMap<>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (found.size() < count) {
      assertThat(System.nanoTime()).as("%s came out", found.keySet()).isLessThan(deadline);
      for (var record : consumer.poll(Duration.ofMillis(100))) {
        assertThat(found.put(record.key(), EnrichedCodec.fromJson(record.value()))).isNull();
      }
    }
    return found;
  }
}

package io.dateline.enrich.streaming;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.embedded.EmbeddedKafka;
import io.dateline.enrich.EnrichService;
import io.dateline.enrich.EnrichSettings;
import io.dateline.model.Article;
import io.dateline.model.Channel;
import io.dateline.model.LanguageTag;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Stage;
import io.dateline.model.StoryLinks;
import io.dateline.model.StoryRef;
import io.dateline.model.ninjs.ArticleCodec;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.model.ninjs.RejectionCodec;
import io.dateline.model.ninjs.StoryLinksCodec;
import io.dateline.runtime.ChannelSetup;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topology on a real broker. */
class EnrichServiceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final List<String> LANGUAGES = List.of("de", "en", "fr", "ja", "ar");

  private static @TempDir Path folder;
  private static EmbeddedKafka broker;
  private static int number;

  private final Platform platform = Platform.create();
  private KafkaSettings kafka;
  private KafkaProducer<String, byte[]> producer;
  private KafkaConsumer<String, byte[]> consumer;
  private EnrichService service;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedKafka.start(folder.resolve("kafka"), 0);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void start() throws Exception {
    kafka = new KafkaSettings(broker.bootstrap(), "e" + number++ + ".", 3, 1);
    ChannelSetup.ensure(kafka);
    producer = new KafkaProducer<>(kafka.producer());
    consumer = new KafkaConsumer<>(kafka.consumer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (Channel channel : List.of(Channel.ENRICHED, Channel.REJECTED, Channel.STORY_LINKS)) {
      for (int i = 0; i < kafka.partitions(); i++) {
        partitions.add(new TopicPartition(kafka.topic(channel), i));
      }
    }
    consumer.assign(partitions);
    service = startService();
  }

  private EnrichService startService() throws InterruptedException {
    return EnrichService.start(
        EnrichSettings.local(kafka, folder.resolve(kafka.prefix() + "state")),
        platform,
        Samples.enricher(),
        () -> {});
  }

  @AfterEach
  void stop() {
    producer.close();
    consumer.close();
    service.close();
  }

  @Test
  void everyArticleComesOutOnceAlsoOverARestart() throws Exception {
    for (int i = 0; i < 100; i++) {
      publish(article(i));
    }
    List<String> first = uris(read(records -> enriched(records).size() >= 100));
    service.close();
    for (int i = 100; i < 200; i++) {
      publish(article(i));
    }
    service = startService();
    List<String> second = uris(read(records -> enriched(records).size() >= 100));

    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    assertThat(all).hasSize(200).doesNotHaveDuplicates();
    assertThat(platform.health().isReady()).isTrue();
  }

  @Test
  void poisonIsRejectedInItsPlaceAndTheRestGoesOn() throws Exception {
    publish(article(1));
    send("https://news.example/x", "{not json".getBytes(StandardCharsets.UTF_8));
    publish(Samples.article("bad", "boom"));
    publish(article(2));
    var records = read(found -> enriched(found).size() >= 2 && rejected(found).size() >= 2);

    assertThat(uris(records))
        .containsExactlyInAnyOrder(article(1).uri().value(), article(2).uri().value());
    List<Rejection> rejections = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : rejected(records)) {
      rejections.add(RejectionCodec.fromJson(record.value()));
    }
    assertThat(rejections)
        .extracting(Rejection::stage, Rejection::reason, Rejection::subject)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                Stage.DETECT_LANGUAGE, Reason.BAD_JSON, "https://news.example/x"),
            org.assertj.core.groups.Tuple.tuple(
                Stage.TAG_TOPICS, Reason.INTERNAL_ERROR, "https://news.example/bad"));
  }

  @Test
  void anErasureComesOutOnceBehindTheVersionsSentBeforeIt() throws Exception {
    for (int i = 0; i < 20; i++) {
      publish(article(i));
      send(article(i).uri().value(), null);
    }
    var records =
        read(found -> enriched(found).stream().filter(r -> r.value() == null).count() >= 20);

    for (int i = 0; i < 20; i++) {
      String uri = article(i).uri().value();
      var ofArticle = enriched(records).stream().filter(r -> uri.equals(r.key())).toList();
      assertThat(ofArticle.getLast().value()).as("last record of %s", uri).isNull();
      assertThat(ofArticle).as("one version, one erasure of %s", uri).hasSize(2);
    }
  }

  @Test
  void aTextOfManyMegabytesIsTaggedInItsBeginningAndPassesWhole() throws Exception {
    String body = "Syria. " + "word ".repeat(1_000_000);
    publish(Samples.article("long", body));
    var records = read(found -> enriched(found).size() >= 1);

    var enriched = EnrichedCodec.fromJson(enriched(records).getFirst().value());
    assertThat(enriched.article().text().body()).hasSize(body.strip().length());
    assertThat(enriched.enrichment().notes()).hasSize(1).first().asString().contains("1048576");
    assertThat(enriched.enrichment().tags()).hasSize(1);
  }

  /** Their partitions do not wait for each other: what an article cannot name is told later. */
  @Test
  void storiesOfLanguagesThatComeAtOnceAreLinked() throws Exception {
    for (String language : LANGUAGES) {
      String text = "Meridian 312 Tarvo Lindholm Norlink 1987 Hedvika Novotna " + language;
      publish(
          Samples.article(language, text).toBuilder().language(new LanguageTag(language)).build());
    }
    var records = read(found -> linked(found).size() == LANGUAGES.size());

    assertThat(enriched(records)).hasSize(LANGUAGES.size());
  }

  /** Stories that are linked to another one, whichever of the two says so. */
  private Set<String> linked(List<ConsumerRecord<String, byte[]>> records) {
    Set<String> linked = new HashSet<>();
    try {
      for (ConsumerRecord<String, byte[]> record : enriched(records)) {
        StoryRef story =
            requireNonNull(EnrichedCodec.fromJson(record.value()).enrichment().story());
        add(linked, story.id(), story.related());
      }
      for (ConsumerRecord<String, byte[]> record : of(Channel.STORY_LINKS, records)) {
        StoryLinks links = StoryLinksCodec.fromJson(record.value());
        assertThat(record.key()).isEqualTo(links.story());
        add(linked, links.story(), links.related());
      }
    } catch (CodecException e) {
      throw new AssertionError(e);
    }
    return linked;
  }

  private static void add(Set<String> linked, String story, List<StoryRef.Related> related) {
    for (StoryRef.Related link : related) {
      linked.addAll(List.of(story, link.id()));
    }
  }

  private static Article article(int i) {
    return Samples.article("n" + i, "Text number " + i + " about Syria.").toBuilder()
        .language(new LanguageTag(LANGUAGES.get(i % LANGUAGES.size())))
        .build();
  }

  private void publish(Article article) throws Exception {
    send(article.uri().value(), ArticleCodec.toJson(article));
  }

  private void send(String key, byte @Nullable [] value) throws Exception {
    producer.send(new ProducerRecord<>(kafka.topic(Channel.ARTICLES), key, value)).get();
  }

  private List<ConsumerRecord<String, byte[]>> read(
      Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!enough.test(records)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("only " + records.size() + " records; " + health());
      }
      consumer.poll(Duration.ofMillis(100)).forEach(records::add);
    }
    consumer.poll(Duration.ofMillis(300)).forEach(records::add);
    return records;
  }

  private Map<String, ?> health() {
    return platform.health().parts();
  }

  private List<ConsumerRecord<String, byte[]>> enriched(
      List<ConsumerRecord<String, byte[]>> records) {
    return of(Channel.ENRICHED, records);
  }

  private List<ConsumerRecord<String, byte[]>> rejected(
      List<ConsumerRecord<String, byte[]>> records) {
    return of(Channel.REJECTED, records);
  }

  private List<ConsumerRecord<String, byte[]>> of(
      Channel channel, List<ConsumerRecord<String, byte[]>> records) {
    return records.stream().filter(r -> r.topic().equals(kafka.topic(channel))).toList();
  }

  private List<String> uris(List<ConsumerRecord<String, byte[]>> records) {
    return enriched(records).stream().map(ConsumerRecord::key).toList();
  }
}
